// A number that may not exist, and then says why.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace ecpr {

/// Why a statistic has no value, as half a sentence without full stop ("fewer than 2 pairs").
struct Undefined {
  std::string reason;
};

/// A value, or the reason why there is none. Never NaN, never infinity, never a stand-in 0.
template <class T>
class Defined {
 public:
  /// Without value and without reason: not asked for.
  Defined() = default;
  Defined(T value) : value_(std::move(value)) {}
  Defined(Undefined undefined) : reason_(std::move(undefined.reason)) {}

  bool has_value() const { return value_.has_value(); }
  explicit operator bool() const { return value_.has_value(); }

  /// Requires: has_value().
  const T& operator*() const {
    assert(value_.has_value());
    return *value_;
  }
  const T* operator->() const {
    assert(value_.has_value());
    return &*value_;
  }

  /// Why there is no value; empty when there is one, or when it was never asked for.
  const std::string& reason() const { return reason_; }

  /// The value mapped by `function`; the reason is kept.
  template <class Function>
  auto map(Function function) const -> Defined<decltype(function(std::declval<const T&>()))> {
    if (value_) return function(*value_);
    return Undefined{reason_};
  }

 private:
  std::optional<T> value_;
  std::string reason_;
};

}  // namespace ecpr
