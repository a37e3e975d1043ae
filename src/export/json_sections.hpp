// What JSON says beside the results: reliability, groups against each other, who was lost, who really changed,
// measures.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "json_writer.hpp"

namespace ecpr::catalogue {

/// Writes the member `reliability`, one object per scale, group and wave. What is withheld is null.
void write_reliability(JsonWriter& json, const analysis::Analysis& analysis);

/// Writes the member `group_comparisons`, one object per outcome; empty without at least 2 groups.
void write_group_comparisons(JsonWriter& json, const analysis::Analysis& analysis);

/// Writes the members `attrition` and `reliable_change`, one object per outcome and group. What is withheld is null.
void write_attrition(JsonWriter& json, const analysis::Analysis& analysis);
void write_reliable_change(JsonWriter& json, const analysis::Analysis& analysis);

/// Writes the member `measures`.
void write_measures(JsonWriter& json, const analysis::Analysis& analysis);

}  // namespace ecpr::catalogue
