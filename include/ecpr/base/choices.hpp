// The choices that several modules share.
#pragma once

#include <array>
#include <string_view>

#include "ecpr/base/choice.hpp"

namespace ecpr {

/// How P values of one family are adjusted.
enum class Adjustment {
  holm,                ///< family-wise error: the running maximum of (m - i + 1) p_(i). Holm (1979)
  benjamini_hochberg,  ///< false discovery rate: the running minimum of m p_(i) / i from the largest. B. & H. (1995)
  bonferroni,          ///< family-wise error: m p
  none,                ///< p
};

inline constexpr Choice adjustments{std::array{
    ChoiceWord<Adjustment>{"holm", Adjustment::holm, "Holm's step-down method: the family-wise error"},
    ChoiceWord<Adjustment>{"bh", Adjustment::benjamini_hochberg, "Benjamini and Hochberg: the false discovery rate"},
    ChoiceWord<Adjustment>{"bonferroni", Adjustment::bonferroni, "times the number of tests: the family-wise error"},
    ChoiceWord<Adjustment>{"none", Adjustment::none, "as they are"},
}};

/// Which interval d_av gets.
enum class AverageInterval {
  /// The limits of d_z times SD of the changes / standardizer. Algina & Keselman (2003), Educational and Psychological
  /// Measurement 63, 537-553, eq. 7-9; agrees with Lakens (2013) and Cumming & Calin-Jageman (2017).
  algina_keselman,

  /// d +- z SE, SE^2 = d^2 (v1^2 + v2^2 + 2 r^2 v1 v2) / (8 (n - 1) s^4) + v_change / ((n - 1) s^2), with v the
  /// variances, s^2 = (v1 + v2) / 2. Bonett (2008), Psychological Methods 13, 99-109; agrees with statpsych
  /// `ci.stdmean.ps` for R.
  bonett,
};

inline constexpr Choice average_intervals{std::array{
    ChoiceWord<AverageInterval>{"algina-keselman", AverageInterval::algina_keselman, "that of d_z, rescaled"},
    ChoiceWord<AverageInterval>{"bonett", AverageInterval::bonett, "for large samples, also with unequal variances"},
}};

/// How numbers are written.
enum class NumberForm { jmir, apa };

inline constexpr Choice number_forms{std::array{
    ChoiceWord<NumberForm>{"jmir", NumberForm::jmir, "as journals of JMIR Publications ask for"},
    ChoiceWord<NumberForm>{"apa", NumberForm::apa, "as the American Psychological Association asks for"},
}};

/// What the bounds of an equivalence test are multiples of.
enum class BoundUnit {
  raw,  ///< the unit of the scores
  d_z   ///< the SD of the changes of this sample, so that the bounds depend on the data
};

/// The largest changes downward and upward that do not matter; lower < upper, usually -x and +x.
struct EquivalenceBounds {
  double lower, upper;
  BoundUnit unit = BoundUnit::raw;
};

/// What may have written a file, and its name in sentences.
inline constexpr Choice survey_platforms{std::array{
    ChoiceWord<std::string_view>{"qualtrics", "qualtrics", "Qualtrics"},
    ChoiceWord<std::string_view>{"redcap", "redcap", "REDCap"},
    ChoiceWord<std::string_view>{"surveymonkey", "surveymonkey", "SurveyMonkey"},
    ChoiceWord<std::string_view>{"google-forms", "google-forms", "Google Forms"},
    ChoiceWord<std::string_view>{"plain", "plain", "a plain table"},
}};

}  // namespace ecpr
