#pragma once
// Everything that reads bytes from outside, each behind one function that takes any bytes. libFuzzer calls them without
// end (tests/fuzz/run.sh), the ordinary tests with what real encodings look like and some of it spoilt.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ayni::fuzz {

struct Target {
    const char* name;
    /// Aborts if something that must hold doesn't.
    void (*run)(std::string_view bytes);
    /// What real ones look like: where a fuzzer begins.
    std::vector<std::string> (*seeds)();
};

extern const Target packed_changes;
extern const Target packed_value;
extern const Target row_clock;
extern const Target store;
extern const Target names;
extern const Target text_merge;
extern const Target splice;
extern const Target wire_envelope;
extern const Target wire_frame;
extern const Target wire_messages;
extern const Target wire_codes;
extern const Target wire_part;
extern const Target carry_file;
extern const Target import_csv;
extern const Target import_json;
extern const Target import_season;

std::span<const Target* const> targets();

/// Says what doesn't hold, and aborts.
void must_hold(bool holds, const char* what);

/// Takes numbers and texts off the front of what a fuzzer made.
class Feed {
public:
    explicit Feed(std::string_view bytes) : rest_(bytes) {}
    unsigned byte();
    /// Up to the next 0xFF, which is in no UTF-8.
    std::string_view part();
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

}  // namespace ayni::fuzz
