// What is done in each scenario, on both sides. Nothing is timed but the doing; both must end in the same state.

#include <span>

#include "tests/bench/ours.hpp"
#include "tests/bench/plain.hpp"
#include "tests/bench/speed.hpp"

namespace ayni::bench {
namespace {

template <class Side>
void save_all(Side& side, const Season& season) {
    for (std::size_t woman = 0; woman < season.women.size(); ++woman) {
        for (const GoalLine& goal : season.women[woman].goals) {
            side.save(woman, goal);
        }
        for (const ActionLine& action : season.women[woman].actions) {
            side.save(woman, action);
        }
        for (const SessionLine& session : season.women[woman].sessions) {
            side.save(woman, session);
        }
    }
}

template <class Side>
void save_together(Side& side, const Season& season) {
    side.together([&] { save_all(side, season); });
}

template <class Side>
void edit_all(Side& side, const std::vector<FieldEdit>& edits) {
    for (const FieldEdit& edit : edits) {
        side.edit(edit);
    }
}

void must_be_sound(Ours& ours) {
    const auto differences = ours.differences();
    must_hold(differences.empty(), differences.empty() ? "" : differences.front());
}

// `prepare` isn't timed, `work` is; then the state must be the one expected.
template <class Side>
double timed(Mode mode, bool durable, std::uint64_t expected, const std::function<void(Side&)>& prepare,
             const std::function<void(Side&)>& work) {
    const Workplace place;
    Side side(place.file("side.db"), durable, mode);
    prepare(side);
    const double seconds = seconds_of(durable ? Time::wall : Time::cpu, [&] { work(side); });
    must_hold(side.sum() == expected, "both sides end in the same state");
    return seconds;
}

template <class Work>
Finding compare(const Size& size, bool durable, std::uint64_t expected, const Season& before, const Work& work) {
    const auto prepare = [&](auto& side) { save_together(side, before); };
    Finding finding = by_turns(
        size.repeats, [&] { return timed<Ours>(size.mode, durable, expected, prepare, work); },
        [&] { return timed<Plain>(size.mode, durable, expected, prepare, work); });
    finding.checksum = expected;
    return finding;
}

Finding save_each(const Size& size, std::size_t women, bool durable) {
    const Season season = make_season(women);
    return compare(size, durable, checksum(season), {}, [&](auto& side) { save_all(side, season); });
}

// The season as another phone has it, in envelopes.
std::vector<Envelope> season_in_envelopes(const Season& season, Mode mode) {
    const Workplace place;
    Ours sender(place.file("sender.db"), false, mode);
    save_together(sender, season);
    sender.seal();
    return sender.log();
}

Finding receive_all(const Size& size) {
    const Season season = make_season(size.women);
    const std::vector<Envelope> envelopes = season_in_envelopes(season, size.mode);
    const std::uint64_t expected = checksum(season);
    Finding finding = by_turns(
        size.repeats,
        [&] {
            return timed<Ours>(
                size.mode, true, expected, [](Ours&) {}, [&](Ours& ours) { ours.take(envelopes); });
        },
        [&] {
            return timed<Plain>(
                size.mode, true, expected, [](Plain&) {}, [&](Plain& plain) { save_together(plain, season); });
        });
    finding.checksum = expected;
    return finding;
}

struct Grown {
    std::vector<double> seasons;
    std::vector<double> seconds;
    std::vector<double> bytes;
    std::uint64_t checksum = 0;
};

// One more season each time, in fresh stores: every save a transaction of its own, then all of it sealed.
template <class Side>
Grown grow(const Size& size) {
    Grown grown;
    for (const std::size_t seasons : size.seasons) {
        const Season season = make_season(size.women * seasons);
        std::vector<double> seconds;
        for (std::size_t i = 0; i < size.repeats; ++i) {
            const Workplace place;
            Side side(place.file("side.db"), false, size.mode);
            seconds.push_back(seconds_of(Time::cpu, [&] { save_all(side, season); }));
            if (i == 0) {
                grown.bytes.push_back(static_cast<double>(side.bytes()));
                must_hold(side.sum() == checksum(season), "the season is there");
            }
        }
        grown.seasons.push_back(static_cast<double>(seasons));
        grown.seconds.push_back(median(seconds));
        grown.checksum = checksum(season);
    }
    return grown;
}

}  // namespace

Finding save_durable(const Size& size) {
    return save_each(size, size.durable_women, true);
}

Finding save(const Size& size) {
    return save_each(size, size.women, false);
}

Finding bulk(const Size& size) {
    const Season season = make_season(size.women);
    return compare(size, true, checksum(season), {}, [&](auto& side) { save_together(side, season); });
}

Finding update(const Size& size) {
    const Season before = make_season(size.women);
    const std::vector<FieldEdit> edits = make_edits(before, size.edits, 2);
    Season after = before;
    apply_edits(after, edits);
    return compare(size, false, checksum(after), before, [&](auto& side) { edit_all(side, edits); });
}

Finding apply(const Size& size) {
    return receive_all(size);
}

Finding apply_seconds(const Size& size) {
    Finding finding = receive_all(size);
    finding.value = finding.ours;
    return finding;
}

Finding merges(const Size& size) {
    const Season season = make_season(size.women);
    const std::vector<FieldEdit> hers = make_titles(season, size.shared_edits, 3);
    const std::vector<FieldEdit> his = make_titles(season, size.shared_edits, 4);
    std::uint64_t sum = 0;
    const auto ours = [&] {
        const Workplace place;
        Ours ana(place.file("ana.db"), true, size.mode);
        Ours ben(place.file("ben.db"), true, size.mode);
        save_together(ana, season);
        ana.seal();
        ben.take(ana.log());
        ana.is_acknowledged();
        ben.knows_records_of(ana);
        ana.together([&] { edit_all(ana, hers); });
        ben.together([&] { edit_all(ben, his); });
        const double seconds = seconds_of(Time::wall, [&] {
            ana.seal();
            ben.seal();
            const auto from_ana = ana.unsent();
            const auto from_ben = ben.unsent();
            ana.take(from_ben);
            ben.take(from_ana);
        });
        must_hold(ana.contests() == hers.size() && ben.contests() == hers.size(), "both heads are kept, everywhere");
        sum = ana.sum();
        must_hold(sum == ben.sum(), "both phones show the same");
        return seconds;
    };
    const auto plain = [&] {
        const Workplace place;
        Plain ana(place.file("ana.db"), true, size.mode);
        Plain ben(place.file("ben.db"), true, size.mode);
        save_together(ana, season);
        save_together(ben, season);
        ana.together([&] { edit_all(ana, hers); });
        ben.together([&] { edit_all(ben, his); });
        return seconds_of(Time::wall, [&] {
            const auto from_ana = ana.titles(hers);
            const auto from_ben = ben.titles(his);
            ana.take(from_ben);
            ben.take(from_ana);
        });
    };
    Finding finding = by_turns(size.repeats, ours, plain);
    finding.value = static_cast<double>(2 * hers.size()) / finding.ours;
    finding.checksum = sum;
    return finding;
}

Finding disk(const Size& size) {
    Season season = make_season(size.women);
    const Workplace place;
    Ours ours(place.file("ours.db"), false, size.mode);
    Plain plain(place.file("plain.db"), false, size.mode);
    const auto exchange = [&] {
        ours.seal();
        ours.is_acknowledged();
    };
    save_together(ours, season);
    save_together(plain, season);
    exchange();
    for (std::uint64_t round = 0; round < 3; ++round) {
        const std::vector<FieldEdit> edits = make_edits(season, size.edits, 10 + round);
        apply_edits(season, edits);
        ours.together([&] { edit_all(ours, edits); });
        plain.together([&] { edit_all(plain, edits); });
        exchange();
    }
    const std::uint64_t expected = checksum(season);
    must_hold(ours.sum() == expected && plain.sum() == expected, "both sides end in the same state");
    must_be_sound(ours);
    const auto our_bytes = static_cast<double>(ours.bytes());
    const auto plain_bytes = static_cast<double>(plain.bytes());
    return {our_bytes, plain_bytes, our_bytes / plain_bytes, expected, {}};
}

Finding growth_time(const Size& size) {
    const Grown ours = grow<Ours>(size);
    const Grown plain = grow<Plain>(size);
    return {ours.seconds.back(), plain.seconds.back(), exponent(ours.seasons, ours.seconds), ours.checksum,
            "plain " + std::to_string(exponent(plain.seasons, plain.seconds)).substr(0, 5)};
}

Finding growth_bytes(const Size& size) {
    const Grown ours = grow<Ours>(size);
    const Grown plain = grow<Plain>(size);
    return {ours.bytes.back(), plain.bytes.back(), exponent(ours.seasons, ours.bytes), ours.checksum,
            "plain " + std::to_string(exponent(plain.seasons, plain.bytes)).substr(0, 5)};
}

}  // namespace ayni::bench
