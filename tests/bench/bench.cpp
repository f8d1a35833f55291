#include "tests/bench/bench.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace ayni::bench {

Workplace::Workplace() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ayni-bench-XXXXXX").string();
    must_hold(::mkdtemp(pattern.data()) != nullptr, "a temporary folder can be made");
    path_ = pattern;
}

Workplace::~Workplace() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

namespace {

double now(Time time) {
    timespec at{};
    ::clock_gettime(time == Time::cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
}

}  // namespace

double seconds_of(Time time, const std::function<void()>& work) {
    const double start = now(time);
    work();
    return now(time) - start;
}

Finding by_turns(std::size_t repeats, const std::function<double()>& ours, const std::function<double()>& plain) {
    std::vector<double> our_times;
    std::vector<double> plain_times;
    std::vector<double> ratios;
    for (std::size_t i = 0; i < repeats; ++i) {
        plain_times.push_back(plain());
        our_times.push_back(ours());
        ratios.push_back(our_times.back() / plain_times.back());
    }
    return {median(our_times), median(plain_times), median(ratios), 0, {}};
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double exponent(const std::vector<double>& x, const std::vector<double>& y) {
    double sum_x = 0;
    double sum_y = 0;
    double sum_xx = 0;
    double sum_xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double a = std::log(x[i]);
        const double b = std::log(y[i]);
        sum_x += a;
        sum_y += b;
        sum_xx += a * a;
        sum_xy += a * b;
    }
    const auto n = static_cast<double>(x.size());
    return (n * sum_xy - sum_x * sum_y) / (n * sum_xx - sum_x * sum_x);
}

void must_hold(bool holds, const std::string& what) {
    if (!holds) {
        std::fprintf(stderr, "ayni_bench: this doesn't hold: %s\n", what.c_str());
        std::exit(1);
    }
}

}  // namespace ayni::bench
