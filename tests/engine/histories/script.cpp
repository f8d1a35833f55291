#include "tests/engine/histories/script.hpp"

#include <array>
#include <utility>

namespace ayni::test {
namespace {

struct Weight {
    Deed deed;
    const char* name;
    unsigned weight;
};

constexpr std::array<Weight, 25> deeds{{
    {Deed::makes_goal, "makes a goal", 3},
    {Deed::makes_session, "makes a session", 2},
    {Deed::titles, "titles", 8},
    {Deed::stages, "stages", 3},
    {Deed::writes, "writes", 3},
    {Deed::edits, "edits", 14},
    {Deed::writes_twice, "writes twice", 2},
    {Deed::adds, "adds to", 5},
    {Deed::takes_out, "takes out of", 4},
    {Deed::places, "places", 5},
    {Deed::respaces, "respaces", 2},
    {Deed::names, "names", 2},
    {Deed::removes, "removes", 5},
    {Deed::restores, "restores", 3},
    {Deed::settles, "settles", 3},
    {Deed::seals, "seals", 6},
    {Deed::tells, "tells", 14},
    {Deed::leaks, "leaks", 6},
    {Deed::relays, "relays", 5},
    {Deed::winds, "winds its clock", 5},
    {Deed::judges, "judges", 3},
    {Deed::leaves, "leaves", 2},
    {Deed::returns, "returns", 3},
    {Deed::newer, "hears a newer version about", 3},
    {Deed::looks, "looks", 3},
}};

class Maker {
public:
    Maker(std::uint64_t seed, const Shape& shape) : chance_(seed), shape_(shape) {}

    std::vector<Script> run() {
        for (const Weight& row : deeds) {
            total_ += is_left_out(row.deed) ? 0 : row.weight;
        }
        add(Deed::makes_goal);
        if (roll(2) == 0) {
            add(Deed::tells);
        }
        while (script_.size() < shape_.steps) {
            add(next());
        }
        return std::move(script_);
    }

private:
    [[nodiscard]] bool is_left_out(Deed deed) const {
        switch (deed) {
            case Deed::judges: return !shape_.verdicts;
            case Deed::leaves:
            case Deed::returns: return !shape_.partings;
            case Deed::newer: return !shape_.newer;
            case Deed::winds: return !shape_.clocks;
            default: return false;
        }
    }
    unsigned roll(unsigned sides) { return static_cast<unsigned>(chance_() % sides); }

    Deed next() {
        unsigned left = roll(total_);
        for (const Weight& row : deeds) {
            const unsigned weight = is_left_out(row.deed) ? 0 : row.weight;
            if (left < weight) {
                return row.deed;
            }
            left -= weight;
        }
        return Deed::looks;
    }

    void add(Deed deed) {
        const auto number = static_cast<unsigned>(script_.size());
        Step step{deed, roll(phones_in_history), roll(phones_in_history - 1), 0, roll(1U << 20U), {}, 0};
        step.other = (step.phone + 1 + step.other) % phones_in_history;
        if (deed == Deed::judges && roll(8) != 0) {
            step.phone = phones_in_history - 1;
        }
        if (deed == Deed::makes_goal || deed == Deed::makes_session) {
            made_.push_back(number);
        }
        // Mostly the same few records, so that people meet in them.
        step.about = made_[roll(3) == 0 ? roll(static_cast<unsigned>(made_.size())) : 0];
        step.word = words_[roll(static_cast<unsigned>(words_.size()))];
        step.number = deed == Deed::winds ? clock() : roll(1U << 16U);
        script_.push_back({number, std::move(step)});
    }

    // Hours, days, forty years; a step back; and for the same stamp on two phones, a round number.
    std::int64_t clock() {
        constexpr std::int64_t year = 31'557'600'000;
        constexpr std::int64_t now = 1'790'000'000'000;
        switch (roll(5)) {
            case 0: return now + 40 * year;
            case 1: return now - 40 * year;
            case 2: return now;
            case 3: return now + roll(100'000);
            default: return now - roll(1'000'000'000);
        }
    }

    static constexpr std::array<const char*, 12> words_{
        "a",   "b",  "c",   "sesión", "sesio\u0301n", "Bs 1.500", ".", "¿", "\U0001F469\u200D\U0001F467",
        "سوق", "\n", "\r\n"};
    std::mt19937_64 chance_;
    Shape shape_;
    unsigned total_ = 0;
    std::vector<Script> script_;
    std::vector<unsigned> made_;
};

}  // namespace

std::vector<Script> make_history(std::uint64_t seed, const Shape& shape) {
    return Maker(seed, shape).run();
}

unsigned length_of(std::uint64_t seed) {
    std::mt19937_64 chance(seed ^ 0x5EEDULL);
    if (seed % 500 == 0) {
        return 150 + static_cast<unsigned>(chance() % 150);
    }
    return 5 + static_cast<unsigned>(chance() % (chance() % 4 == 0 ? 36 : 16));
}

std::string to_text(const Script& script) {
    const Step& step = script.step;
    const char* name = "?";
    for (const Weight& row : deeds) {
        name = row.deed == step.deed ? row.name : name;
    }
    const auto quoted = [](const std::string& word) {
        return word == "\n" ? "\\n" : (word == "\r\n" ? "\\r\\n" : word);
    };
    std::string line = std::to_string(script.number) + ": phone " + std::to_string(step.phone) + ' ' + name;
    if (step.deed == Deed::tells || step.deed == Deed::leaks || step.deed == Deed::relays) {
        line += " phone " + std::to_string(step.other);
    } else if (step.deed == Deed::winds) {
        return line + " to " + std::to_string(step.number);
    } else {
        line += " (" + std::to_string(step.about) + ")";
    }
    return line + " '" + quoted(step.word) + "' " + std::to_string(step.choice) + ' ' + std::to_string(step.number);
}

}  // namespace ayni::test
