// ayni_exchange_bench: what phones and a hub send each other, and how long they take, over real sockets with durable
// stores. Bodies are counted, signatures included. Each line has a target and what the best peer did with a season of
// the same size; a miss is reported, and fails nothing. The small size is for the test run, where only what comes out
// counts: the same on every phone.
//
//   ayni_exchange_bench [--size small|season] [--businesses N] [--devices N]
//
// The season's 200 women lie in the plans and talks of N businesses: four if nothing else is said, as many as one
// mentor has. (Each scope has envelopes of its own, so this is what a phone pays, and no peer has scopes at all.)

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string_view>
#include <thread>

#include "tests/bench/json.hpp"
#include "tests/bench/meeting.hpp"
#include "tests/bench/season_text.hpp"

namespace {

using namespace ayni;
using namespace ayni::bench;

constexpr std::size_t note_characters = 4'000;
constexpr std::size_t week_changes = 200;
constexpr std::size_t clients_at_once = 32;
constexpr std::size_t days = 5;  // the median of so many counts

struct Line {
    std::string_view name;
    double value = 0;
    std::string_view unit;
    double target = 0;
    bool more_is_better = false;
    double json = 0;  // the same as JSON, gzipped; 0: nothing to compare
    std::string_view peer;
};

void print(const Line& line) {
    const bool met = line.more_is_better ? line.value >= line.target : line.value <= line.target;
    std::printf("%-22s %12.3f %-4.*s %s %10.2f  %s", line.name.data(), line.value, static_cast<int>(line.unit.size()),
                line.unit.data(), line.more_is_better ? ">=" : "<=", line.target, met ? "met   " : "MISSED");
    if (line.json > 0) {
        std::printf("  JSON gzipped %.0f", line.json);
    }
    std::printf("  (peers: %s)\n", line.peer.data());
    std::fflush(stdout);
}

void save_all(Ours& ours, const Season& season) {
    ours.together([&] {
        for (std::size_t woman = 0; woman < season.women.size(); ++woman) {
            std::ranges::for_each(season.women[woman].goals, [&](const GoalLine& line) { ours.save(woman, line); });
            std::ranges::for_each(season.women[woman].actions, [&](const ActionLine& line) { ours.save(woman, line); });
            std::ranges::for_each(season.women[woman].sessions,
                                  [&](const SessionLine& line) { ours.save(woman, line); });
        }
    });
}

void edit_all(Ours& ours, const std::vector<FieldEdit>& edits) {
    ours.together([&] { std::ranges::for_each(edits, [&](const FieldEdit& edit) { ours.edit(edit); }); });
}

// A week of one pair: statuses, places and titles of one woman's board, done over seven days without network.
std::vector<FieldEdit> week_of(const Season& season) {
    std::vector<FieldEdit> edits;
    for (std::uint64_t seed = 20; edits.size() < week_changes; ++seed) {
        for (const FieldEdit& edit : make_edits(season, 60 * season.women.size(), seed)) {
            if (edit.woman == 0 && edit.field != FieldEdit::Field::note && edits.size() < week_changes) {
                edits.push_back(edit);
            }
        }
    }
    return edits;
}

// What is there already has been seen by both; each step's edits are taken over by the season, so that all agree.
struct Course {
    Phone& writer;
    Phone& reader;
    Season& season;

    Traffic sends(const std::vector<FieldEdit>& edits) const {
        edit_all(writer.ours, edits);
        apply_edits(season, edits);
        const Traffic sent = exchange(writer);
        exchange(reader);
        must_hold(reader.ours.sum() == checksum(season), "the other phone shows the same");
        return sent;
    }
};

void small_exchanges(const Course& course, std::size_t thousand) {
    const auto bytes = [](const Traffic& traffic) { return static_cast<double>(traffic.both()); };
    std::vector<FieldEdit> one = make_edits(course.season, 20, 5);
    one = {*std::ranges::find(one, FieldEdit::Field::status, &FieldEdit::field)};
    const Traffic single = course.sends(one);
    print({"requests, warm", static_cast<double>(single.requests), "", 1, false, 0, "PouchDB 17"});
    print({"one field", bytes(single), "B", 220, false, static_cast<double>(gzipped(json_of(one))),
           "85 to 134 unsigned, PouchDB 13,603"});
    const std::vector<FieldEdit> many = make_edits(course.season, thousand, 6);
    print({"1,000 fields", bytes(course.sends(many)) / 1'000, "KB", 45, false,
           static_cast<double>(gzipped(json_of(many))), "Yjs 49, sqlite-sync 88, PouchDB 954"});
    const std::vector<FieldEdit> week = week_of(course.season);
    print({"a week of one pair", bytes(course.sends(week)) / 1'000, "KB", 2.6, false,
           static_cast<double>(gzipped(json_of(week))), "3.7 to 12"});
    Dice dice(7);
    std::string note = bench::note(dice, Tongue::spanish, note_characters);
    static_cast<void>(course.sends({FieldEdit{FieldEdit::Field::note, 0, 0, note, {}}}));
    note.insert(note.find(' ', note.size() / 2), " tal vez");
    print({"a word in a long note", bytes(course.sends({FieldEdit{FieldEdit::Field::note, 0, 0, note, {}}})), "B", 200,
           false, 0, "the whole note"});
}

void a_season(std::size_t women, std::size_t businesses, std::size_t thousand) {
    Season season = make_season(women);
    Meeting meeting(businesses);
    const auto ana = meeting.leader();
    const auto ben = meeting.mentor();
    save_all(ana->ours, season);
    Traffic up;
    Traffic down;
    const double seconds = seconds_of(Time::wall, [&] {
        up = exchange(*ana);
        down = exchange(*ben);
    });
    must_hold(ben->ours.sum() == checksum(season), "the other phone has the season");
    const auto json = static_cast<double>(gzipped(json_of(season)));
    print({"a season, sent", static_cast<double>(up.both()) / json, "x", 0.8, false, json,
           "Automerge 1.0, cr-sqlite 1.5, sqlite-sync 1.8, PouchDB 8.0"});
    print({"a season, received", static_cast<double>(down.both()) / json, "x", 0.8, false, json, "the same"});
    print({"A, hub, fresh B", seconds, "s", 0.6, false, 0, "PouchDB 4.8; sqlite-sync 1.5 without network"});
    exchange(*ana);  // hears that all of it was seen
    small_exchanges({*ana, *ben, season}, thousand);
}

// Each of so many, a few dozen at a time.
void all_at_once(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < std::min(clients_at_once, count); ++i) {
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < count; at = next++) {
                work(at);
            }
        });
    }
    std::ranges::for_each(threads, &std::thread::join);
}

// Each phone has one more thing to hand in; how long all took, and each of them.
double hand_in(const std::vector<std::unique_ptr<Phone>>& phones, const GoalLine& line, std::vector<double>& waited) {
    std::vector<client::Request> requests;
    std::vector<std::unique_ptr<client::Exchange>> rounds;
    for (const auto& phone : phones) {
        phone->ours.save(0, line);
        rounds.push_back(std::make_unique<client::Exchange>(phone->ours.store()));
        auto request = rounds.back()->next();
        must_hold(request && request->has_value(), "there is something to send");
        requests.push_back(**request);
    }
    std::vector<Result<client::Answer>> answers(phones.size(), Result<client::Answer>(Fault::unreachable));
    std::vector<double> took(phones.size());
    const double seconds = seconds_of(Time::wall, [&] {
        all_at_once(phones.size(), [&](std::size_t at) {
            took[at] = seconds_of(Time::wall, [&] {
                answers[at] = phones[at]->http.post(requests[at].url, requests[at].body, requests[at].token);
            });
        });
    });
    for (std::size_t at = 0; at < phones.size(); ++at) {
        must_hold(rounds[at]->take(answers[at]).has_value() && rounds[at]->summary().sent > 0, "each is acknowledged");
    }
    waited.insert(waited.end(), took.begin(), took.end());
    return seconds;
}

void many_devices(std::size_t count) {
    Meeting meeting(1);
    const auto phones = meeting.others(count);
    const Season season = make_season(1);
    all_at_once(count, [&](std::size_t at) { exchange(*phones[at]); });  // who joined after them is known to all
    std::vector<double> waited;
    std::vector<double> seconds;
    const auto& lines = season.women[0].goals;
    for (std::size_t day = 0; day < std::min(days, lines.size()); ++day) {
        seconds.push_back(hand_in(phones, lines[day], waited));
    }
    std::ranges::sort(seconds);
    std::ranges::sort(waited);
    print({"exchanges a second", static_cast<double>(count) / seconds[seconds.size() / 2], "/s", 2'000, true, 0,
           "ODK Central 41 submissions a second"});
    print({"99 of 100 within", waited[waited.size() * 99 / 100] * 1'000, "ms", 250, false, 0, "-"});
}

[[noreturn]] void usage() {
    std::fprintf(stderr, "usage: ayni_exchange_bench [--size small|season] [--businesses N] [--devices N]\n");
    std::exit(2);
}

}  // namespace

int main(int count, char** words) {
    bool is_small = false;
    std::optional<std::size_t> devices;
    std::size_t businesses = 4;
    for (int i = 1; i < count; i += 2) {
        const std::string_view word = words[i];
        const std::string_view value = i + 1 < count ? words[i + 1] : "";
        if (word == "--size" && (value == "small" || value == "season")) {
            is_small = value == "small";
        } else if ((word == "--devices" || word == "--businesses") && std::atoi(words[i + 1]) > 0) {
            const auto number = static_cast<std::size_t>(std::atoi(words[i + 1]));
            word == "--devices" ? devices = number : businesses = number;
        } else {
            usage();
        }
    }
    a_season(is_small ? 2 : women_in_a_season, businesses, is_small ? 30 : 1'000);
    many_devices(devices.value_or(is_small ? 5 : 1'000));
    return 0;
}
