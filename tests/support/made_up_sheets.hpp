// Answers of made-up people, the same in every run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sheets.hpp"

namespace ecpr::testing {

/// A block of columns `<stem>_1` ... `<stem>_<items>` with whole answers from `lowest` to `highest`; 0 items: one
/// column `<stem>`.
struct Block {
  std::string stem;
  int items, lowest, highest;
};

/// A number from 0 to `below` - 1 that depends on all three others.
inline std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t below) {
  std::uint32_t x = a * 2654435761U + b * 2246822519U + c * 3266489917U + 374761393U;
  x = (x ^ (x >> 15)) * 2246822519U;
  x = (x ^ (x >> 13)) * 3266489917U;
  return (x ^ (x >> 16)) % below;
}

/// `people` in the groups "a", "b" and none; about one answer in 25 is missing, some people miss a wave, and answers
/// after are a bit higher.
inline Sheets made_up_sheets(std::uint32_t people, const std::vector<Block>& blocks) {
  Sheets sheets;
  for (const auto& block : blocks) {
    for (int item = 1; item <= block.items; ++item) sheets.columns.push_back(block.stem + "_" + std::to_string(item));
    if (block.items == 0) sheets.columns.push_back(block.stem);
  }
  for (std::uint32_t i = 0; i < people; ++i) {
    Person person{"p" + std::to_string(1000 + i), std::vector<std::string>{"a", "b", "b", ""}[i % 4], {}, {}};
    for (std::uint32_t wave = 0; wave < 2; ++wave) {
      if (mixed(i, 77, wave, 9) == 0) continue;
      auto& answers = wave == 0 ? person.pre : person.post;
      std::uint32_t column = 0;
      for (const auto& block : blocks) {
        const auto codes = static_cast<std::uint32_t>(block.highest - block.lowest + 1);
        const std::uint32_t trait = mixed(i, 5, 0, codes);
        for (int item = 0; item < (block.items == 0 ? 1 : block.items); ++item, ++column) {
          const std::uint32_t code = (2 * trait + mixed(i, column, wave, codes) + wave) / 3;
          const bool missing = mixed(i, column, wave + 2, 25) == 0;
          answers.push_back(missing ? "" : std::to_string(block.lowest + static_cast<int>(code)));
        }
      }
    }
    sheets.people.push_back(std::move(person));
  }
  return sheets;
}

}  // namespace ecpr::testing
