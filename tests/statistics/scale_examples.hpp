// Answers to the items of real scales.
#pragma once

#include <cstdint>
#include <vector>

#include "ecpr/statistics/item_covariance.hpp"

namespace ecpr::testing {

/// R data set `attitude` (Chatterjee & Price): 7 items, 30 departments.
inline std::vector<std::vector<double>> attitude() {
  return {
      {43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77,
       81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82},
      {51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77,
       90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82},
      {30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54,
       50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71, 39},
      {39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72,
       72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71, 59},
      {61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79,
       60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88, 80, 51, 77, 64},
      {92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77,
       54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74, 78},
      {45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46,
       36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55, 39},
  };
}

/// O'Brien & Kaiser (1985), Psychological Bulletin 97, 316-333, Table 7, before: 5 hours, 16 people.
inline std::vector<std::vector<double>> five_hours() {
  return {
      {1, 4, 5, 5, 3, 7, 5, 2, 3, 4, 3, 6, 5, 2, 2, 4}, {2, 4, 6, 4, 4, 8, 5, 3, 3, 4, 3, 7, 5, 2, 2, 5},
      {4, 5, 5, 7, 6, 7, 6, 5, 4, 5, 4, 8, 6, 3, 3, 7}, {2, 3, 7, 5, 4, 9, 4, 3, 6, 3, 2, 6, 8, 1, 4, 5},
      {1, 4, 7, 4, 3, 9, 5, 2, 4, 4, 3, 3, 6, 2, 4, 4},
  };
}

/// Cross products of whole answers, as a program that counts them would sum them.
inline statistics::ItemCrossProducts cross_products(const std::vector<std::vector<double>>& answers,
                                                    std::int64_t offset) {
  const std::size_t k = answers.size();
  statistics::ItemCrossProducts result{answers[0].size(), k, std::vector<std::int64_t>(k),
                                       std::vector<std::int64_t>(k * k)};
  for (std::size_t person = 0; person < result.n; ++person)
    for (std::size_t i = 0; i < k; ++i) {
      const auto answer = [&](std::size_t item) { return static_cast<std::int64_t>(answers[item][person]) + offset; };
      result.sums[i] += answer(i);
      for (std::size_t j = 0; j < k; ++j) result.products[i * k + j] += answer(i) * answer(j);
    }
  return result;
}

/// State Anxiety Inventory before a film, 20 items of 1 to 4, calm items turned round, 258 people (R psychTools `sai`).
inline statistics::ItemCrossProducts state_anxiety() {
  const std::vector<std::int64_t> lower_half{
      1386, 1370, 1480, 964,  986,  832,  782,  824,  611,  585,  1445, 1494, 1053, 852,  1643, 845,  882,  658,
      560,  934,  669,  1049, 1113, 809,  712,  1160, 742,  1079, 1754, 1824, 1299, 1066, 1930, 1143, 1427, 2547,
      933,  973,  754,  607,  1019, 640,  816,  1265, 820,  1519, 1564, 1118, 911,  1662, 986,  1221, 2052, 1073,
      1832, 1390, 1481, 1019, 832,  1537, 912,  1139, 1905, 994,  1622, 1624, 809,  840,  648,  522,  882,  560,
      698,  1098, 641,  942,  868,  608,  763,  795,  605,  482,  843,  520,  643,  1037, 611,  888,  824,  533,
      559,  820,  835,  638,  506,  895,  535,  690,  1089, 646,  933,  858,  547,  530,  629,  1559, 1587, 1132,
      922,  1697, 994,  1242, 2079, 1113, 1786, 1639, 960,  909,  964,  1883, 1527, 1593, 1117, 929,  1683, 1007,
      1247, 2078, 1084, 1783, 1657, 954,  895,  944,  1811, 1890, 950,  1004, 754,  634,  1039, 672,  880,  1297,
      743,  1095, 1028, 642,  590,  632,  1120, 1116, 851,  695,  717,  535,  441,  758,  468,  585,  937,  534,
      806,  744,  466,  451,  479,  814,  813,  531,  451,  1827, 1915, 1351, 1122, 2016, 1203, 1500, 2560, 1317,
      2150, 2004, 1141, 1079, 1137, 2164, 2200, 1356, 983,  2768, 1575, 1642, 1159, 952,  1730, 1038, 1289, 2159,
      1129, 1847, 1712, 982,  923,  974,  1860, 1888, 1155, 836,  2291, 2017,
  };
  statistics::ItemCrossProducts result{
      258,
      20,
      {556, 576, 416, 349, 609, 369, 465, 781, 414, 650, 602, 360, 341, 361, 657, 656, 417, 313, 816, 681},
      std::vector<std::int64_t>(400)};
  for (std::size_t i = 0, next = 0; i < 20; ++i)
    for (std::size_t j = 0; j <= i; ++j, ++next)
      result.products[i * 20 + j] = result.products[j * 20 + i] = lower_half[next];
  return result;
}

}  // namespace ecpr::testing
