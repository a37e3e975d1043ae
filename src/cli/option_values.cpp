#include "option_values.hpp"

#include <fmt/format.h>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/base/typed_value.hpp"

namespace ecpr::cli {

void refuse_value(std::string_view option, std::string_view text, std::string_view wanted) {
  throw UsageError(fmt::format("{} {}: it should be {}", option, printable(text), wanted));
}

double share(std::string_view option, const std::string& text) { return accepted(option, text, typed_share(text)); }

double positive_number(std::string_view option, const std::string& text) {
  return accepted(option, text, typed_positive(text));
}

std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest) {
  return accepted(option, text, typed_count(text, lowest, highest));
}

}  // namespace ecpr::cli
