// Any text as an instrument file: it is refused with a DefinitionError, or every coding and order of it works.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/describe.hpp"

namespace {

using namespace ecpr::instruments;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_form(const Questionnaire& form, std::size_t items) {
  require(form.items.size() == items);
  for (const auto& item : form.items) {
    const double codes = form.highest - form.lowest + 1;
    require(item.values.empty() || static_cast<double>(item.values.size()) == codes);
    for (const double value : item.values) require(value >= form.value_lowest && value <= form.value_highest);
  }
  for (const auto& label : form.labels) require(label.answer >= form.lowest && label.answer <= form.highest);
  for (const auto& scale : form.scales) {
    require(!scale.items.empty() && scale.items.back() < items);
    require(scale.minimum_answered >= 1 && scale.minimum_answered <= scale.items.size());
    require(scale.lowest < scale.highest);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Instrument instrument =
        load_instrument(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.toml");
    std::vector<std::string> codings, orders;
    for (const auto& coding : instrument.codings) codings.push_back(coding.name);
    for (const auto& order : instrument.orders) orders.push_back(order.name);
    if (codings.empty()) codings.emplace_back();
    if (orders.empty()) orders.emplace_back();
    for (const auto& coding : codings) {
      for (const auto& order : orders) check_form(questionnaire(instrument, coding, order), instrument.items.size());
    }
    require(!describe(instrument).empty());
    std::vector<std::string> columns;
    for (const auto& item : instrument.items) columns.push_back(item.cue);
    find_items(instrument, columns);
  } catch (const ecpr::DefinitionError&) {
  }
  return 0;
}
