#include <cstdio>
#include <ecpr/statistics/paired_t_test.hpp>

int main() {
  const ecpr::statistics::PairedSample sample({1, 2, 3}, {2, 4, 6});
  const auto test = ecpr::statistics::paired_t_test(sample, 0.95);
  std::printf("n = %zu, mean change = %g, t = %.4f\n", test.n, *test.mean_change, *test.t);
}
