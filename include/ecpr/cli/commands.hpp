// The commands of the program.
#pragma once

#include <array>
#include <string_view>

namespace CLI {
class App;
}

namespace ecpr::cli {

/// Thrown by a command that has done its work and found problems in the data: exit code 3.
struct ProblemsFound {};

void add_analyze_command(CLI::App& app);
void add_check_command(CLI::App& app);
void add_score_command(CLI::App& app);
void add_init_command(CLI::App& app);
void add_instruments_command(CLI::App& app);
void add_power_command(CLI::App& app);
void add_simulate_command(CLI::App& app);

/// A command and the function that adds it to the program.
struct Command {
  std::string_view name;
  void (*add)(CLI::App&);
};

/// All of them, in the order of the help text.
inline constexpr std::array commands = {
    Command{"analyze", add_analyze_command},
    Command{"check", add_check_command},
    Command{"score", add_score_command},
    Command{"init", add_init_command},
    Command{"instruments", add_instruments_command},
    Command{"power", add_power_command},
    Command{"simulate", add_simulate_command},
};

}  // namespace ecpr::cli
