// Footnotes of one table, lettered in the order in which they appear.
#pragma once

#include <string>
#include <vector>

#include "ecpr/document/layout.hpp"

namespace ecpr::document {

class Footnotes {
 public:
  explicit Footnotes(const NumberStyle& style) : style_(style) {}

  /// Appends the marks of `notes` and then of `reasons` to `runs`: "a", "a,b"; nothing when there are none.
  void mark(Runs& runs, const std::vector<Text>& notes, const std::vector<std::string>& reasons = {});

  std::vector<Footnote> take() { return std::move(footnotes_); }

 private:
  const std::string& letter(Runs note);

  const NumberStyle& style_;
  std::vector<Footnote> footnotes_;
};

/// The runs with a full stop at the end where no other mark ends them.
Runs as_sentence(Runs runs);

}  // namespace ecpr::document
