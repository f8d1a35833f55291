#pragma once
// How things are measured: our side and the plain one by turns, because other work on the machine comes and goes, and
// the median of what they give.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ayni::bench {

/// What both sides have alike. searched: an index of words (FTS5); locked: pages encrypted.
struct Mode {
    bool searched = false;
    bool locked = false;
};

struct Size {
    std::size_t women = 0;
    std::size_t durable_women = 0;  // of those, for what waits for the disk each time
    std::size_t edits = 0;
    std::size_t shared_edits = 0;
    std::size_t repeats = 1;
    std::vector<std::size_t> seasons{};  // how many, for growth
    Mode mode{};
};

/// What a scenario found. `value` is what the target is for.
struct Finding {
    double ours = 0;
    double plain = 0;
    double value = 0;
    std::uint64_t checksum = 0;
    std::string note{};
};

/// A folder of its own for one measurement, gone when that is over.
class Workplace {
public:
    Workplace();
    ~Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// wall: as it is felt. cpu: what it costs, where nothing waits for the disk: others' work on the machine doesn't
/// count.
enum class Time : std::uint8_t { wall, cpu };
double seconds_of(Time time, const std::function<void()>& work);

/// Both by turns, `repeats` times: the medians of their seconds (or bytes), and as value the median of the ratios.
Finding by_turns(std::size_t repeats, const std::function<double()>& ours, const std::function<double()>& plain);

double median(std::vector<double> values);
/// The exponent e of y = c * x^e that fits best (least squares of the logarithms).
double exponent(const std::vector<double>& x, const std::vector<double>& y);

/// Ends the program with status 1, saying what, unless it holds.
void must_hold(bool holds, const std::string& what);

}  // namespace ayni::bench
