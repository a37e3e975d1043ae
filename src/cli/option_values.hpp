// The values that options take, read and checked; each refusal names the option and what it should be.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "ecpr/base/defined.hpp"

namespace ecpr::cli {

/// Throws UsageError: "--adjust holmes: it should be holm, bh, bonferroni or none".
[[noreturn]] void refuse_value(std::string_view option, std::string_view text, std::string_view wanted);

/// The value of `typed`, or UsageError with what it should be.
template <class Value>
Value accepted(std::string_view option, const std::string& text, const Defined<Value>& typed) {
  if (!typed) refuse_value(option, text, typed.reason());
  return *typed;
}

/// A number between 0 and 1, neither of them.
double share(std::string_view option, const std::string& text);

/// A finite number above 0.
double positive_number(std::string_view option, const std::string& text);

/// A whole number from `lowest` to `highest`, digits alone.
std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest = std::numeric_limits<std::uint64_t>::max());

}  // namespace ecpr::cli
