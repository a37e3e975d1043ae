#include "ecpr/instruments/catalogue.hpp"

#include <fmt/format.h>

#include <map>
#include <mutex>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/embedded.hpp"

namespace ecpr::instruments {

std::vector<std::string> instrument_ids() {
  std::vector<std::string> ids;
  for (const auto& file : embedded_files()) ids.emplace_back(file.name.substr(0, file.name.rfind('.')));
  return ids;
}

std::shared_ptr<const Instrument> find_instrument(const std::string& id) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const Instrument>> parsed;
  const std::lock_guard lock(mutex);
  if (const auto found = parsed.find(id); found != parsed.end()) return found->second;
  for (const auto& file : embedded_files()) {
    if (file.name == id + ".toml")
      return parsed[id] = std::make_shared<const Instrument>(load_instrument(file.text, std::string(file.name)));
  }
  const std::string hint = did_you_mean(id, instrument_ids());
  throw UsageError(fmt::format("unknown instrument '{}'{} ecpr instruments list shows all", printable(id),
                               hint.empty() ? ";" : hint));
}

}  // namespace ecpr::instruments
