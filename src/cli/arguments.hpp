// The words of the command line, checked before CLI11 sees them.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ecpr::cli {

/// `words` (without the program's name) with negative numbers joined to their option ("--missing -99" becomes
/// "--missing=-99"). Throws UsageError with a suggestion for unknown commands and options, and for "--option=".
std::vector<std::string> checked_arguments(std::vector<std::string> words, const CLI::App& app);

}  // namespace ecpr::cli
