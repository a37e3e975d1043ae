// The flat catalogue of results: one list of fields that CSV and JSON share.
//
// The folder is called export; the namespace is `catalogue`, since `export` is a keyword of C++.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::catalogue {

/// What a field holds for one comparison. `monostate`: nothing, then `reason` may say why (half a sentence).
struct FieldValue {
  std::variant<std::monostate, std::string, std::size_t, double> content;
  std::string reason;
};

/// One field of a result.
struct ResultField {
  std::string_view name;  ///< "mean_change"
  FieldValue (*get)(const analysis::Analysis& analysis, const analysis::Comparison& comparison);
  bool always = false;  ///< shown of a withheld group, too
};

/// All fields in the order of the columns. Fields of statistics that are not computed hold nothing.
std::span<const ResultField> result_fields();

/// The field of `comparison`: nothing where the group is withheld and the field would show more than its n.
FieldValue value_of(const ResultField& field, const analysis::Analysis& analysis,
                    const analysis::Comparison& comparison);

/// A number as both formats write it: the shortest text that reads back as the same double.
std::string text_of(const FieldValue& value);

}  // namespace ecpr::catalogue
