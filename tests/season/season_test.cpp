// The sample season, played by the real programs against a real hub, and what must hold when it is over.

#include "engine/programme/import/season.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <csignal>
#include <map>
#include <set>
#include <thread>

#include "engine/model/schema.hpp"
#include "engine/model/time.hpp"
#include "engine/programme/import/folder.hpp"
#include "engine/store/store.hpp"
#include "platforms/linux/profile.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/season/fresh_folder.hpp"
#include "tests/season/hub_process.hpp"
#include "tests/season/phones.hpp"
#include "tests/season/unlocked.hpp"

using namespace ayni;
using namespace ayni::season_test;

namespace {

const std::string coordinator = "p-maite";

struct Played {
    Played() : hub(folder.path(), "Somebody Else") {
        finished = plays();
        for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "profiles")) {
            phones.emplace(entry.path().filename().string(), Phone(entry.path()));
        }
    }
    Finished plays() {
        return run({AYNI_CTL, "--lang", "en", "play", (sample_data() / "santa-cruz").string(), "--hub", hub.link(),
                    "--profiles", (folder.path() / "profiles").string()});
    }
    FreshFolder folder;
    HubProcess hub;
    Finished finished;
    std::map<std::string, Phone> phones;
};

// What each phone lists: scope and kind → phone → its lines, as they were printed.
using Listed = std::map<std::pair<std::string, std::string>, std::map<std::string, std::vector<std::string>>>;

Listed everything_on(const std::map<std::string, Phone>& phones) {
    Listed listed;
    for (const auto& [name, phone] : phones) {
        for (const KindDef& kind : kinds()) {
            if (kind.number == kind::verdict || kind.number == kind::other) {
                continue;  // no kinds that people name
            }
            for (std::string& line : phone.does({"list", std::string(kind.name)})) {
                const std::string scope = Json::parse(line).at("scope");
                listed[{scope, std::string(kind.name)}][name].push_back(std::move(line));
            }
        }
    }
    return listed;
}

std::set<std::string> scopes_of(const Phone& phone) {
    std::set<std::string> scopes;
    for (const std::string& line : phone.does({"scopes"})) {
        scopes.insert(Json::parse(line).at("scope").get<std::string>());
    }
    return scopes;
}

void check_same_everywhere(const std::map<std::string, Phone>& phones, const Listed& listed) {
    std::map<std::string, std::set<std::string>> readers;
    for (const auto& [name, phone] : phones) {
        for (const std::string& scope : scopes_of(phone)) {
            readers[scope].insert(name);
        }
    }
    for (const auto& [place, by_phone] : listed) {
        const auto& [scope, kind] = place;
        INFO(kind << " in " << scope);
        std::set<std::string> holders;
        for (const auto& [name, lines] : by_phone) {
            holders.insert(name);
            INFO(name << " and " << by_phone.begin()->first);
            CHECK(lines == by_phone.begin()->second);
        }
        CHECK(holders == readers[scope]);
    }
}

void check_counts(const Listed& listed) {
    const std::map<std::string, std::size_t> expected{
        {"Goal", 77},       {"Action", 194},  {"Session", 96},   {"SessionNote", 169}, {"Exchange", 146},
        {"Insight", 25},    {"Progress", 53}, {"Domino", 54},    {"Reading", 120},     {"Consent", 96},
        {"CirclePost", 24}, {"Story", 6},     {"Attachment", 19}};
    std::map<std::string, std::set<std::string>> ids;
    std::size_t all = 0;
    for (const auto& [place, by_phone] : listed) {
        for (const auto& [name, lines] : by_phone) {
            for (const std::string& line : lines) {
                const bool is_new = ids[place.second].insert(Json::parse(line).at("id")).second;
                all += is_new && expected.contains(place.second) ? 1U : 0U;
            }
        }
    }
    for (const auto& [kind, count] : expected) {
        INFO(kind);
        CHECK(ids[kind].size() == count);
    }
    CHECK(all == 1079);
}

// The hub had nothing to judge away.
void check_no_verdict(const Phone& phone) {
    const auto opened = shell::open_profile(phone.folder(), {.decode = &wire::decode}, {}, std::chrono::seconds(5));
    REQUIRE(opened);
    Store& store = *opened->store;
    for (const KindNo kind : {kind::verdict, kind::other}) {
        const auto records = store.list(kind, {}, true);
        REQUIRE(records);
        CHECK(records->empty());
    }
    const auto contests = store.contests();
    REQUIRE(contests);
    CHECK(contests->empty());
}

// Who may open what, from pairings.csv alone.
struct Rights {
    std::set<std::string> plans;  // refs of businesses and mentors
    std::set<std::string> talks;  // MENTOR+BUSINESS, of those who have met
};
Rights rights_of(const std::string& mentor) {
    programme::Findings findings;
    const auto folder = programme::read_folder(sample_data() / "santa-cruz", {}, findings);
    const auto season = programme::read_season(sample_data() / "santa-cruz/season.jsonl", findings);
    Rights rights;
    rights.plans.insert(mentor);
    for (const programme::PairingRow& pair : folder.pairings) {
        if (pair.mentor == mentor) {
            const std::string talk = "talk:" + pair.pairing.ref;
            if (std::ranges::find(season.lines, talk, &programme::SeasonLine::scope) != season.lines.end()) {
                rights.talks.insert(pair.pairing.ref);
            }
            if (pair.status != "closed") {
                rights.plans.insert(pair.business);
            }
        }
    }
    return rights;
}

// Records' ids → the refs that the import gave them.
std::map<std::string, std::string> refs_of(const Phone& phone) {
    std::map<std::string, std::string> refs;
    for (const auto* kind : {"Person", "Business", "Pairing"}) {
        for (const Json& record : phone.lists(kind)) {
            refs[record.at("id")] = record.at("fields").value("ref", "");
        }
    }
    return refs;
}

std::set<std::string> subjects(const std::set<std::string>& scopes, const std::string& kind,
                               const std::map<std::string, std::string>& refs) {
    std::set<std::string> found;
    for (const std::string& scope : scopes) {
        if (scope.starts_with(kind + ":")) {
            found.insert(refs.at(scope.substr(kind.size() + 1)));
        }
    }
    return found;
}

// Not a byte of another pair's notes lies in a mentor's database once it is unlocked; of her own pairs' it does. And
// while it is locked, of nobody's.
void check_bytes(const Played& played, const Listed& listed, const std::string& mentor,
                 const std::set<std::string>& hers) {
    std::string locked;
    for (const auto& entry : std::filesystem::directory_iterator(played.phones.at(mentor).folder())) {
        locked += text_of(entry.path());
    }
    const std::string bytes = unlocked_pages(played.phones.at(mentor).folder());
    std::size_t own = 0;
    std::size_t others = 0;
    for (const auto& [place, by_phone] : listed) {
        if (place.second != "SessionNote") {
            continue;
        }
        for (const std::string& line : by_phone.begin()->second) {
            const std::string text = Json::parse(line).at("fields").value("text", "").substr(0, 60);
            constexpr std::size_t telling = 20;
            if (text.size() >= telling) {
                const bool is_there = bytes.find(text) != std::string::npos;
                (hers.contains(place.first) ? own : others) += is_there ? 1U : 0U;
                CHECK(locked.find(text) == std::string::npos);
            }
        }
    }
    CHECK(own > 0);
    CHECK(others == 0);
}

void check_rights(Played& played, const Listed& listed) {
    const Phone& desk = played.phones.at(coordinator);
    const auto refs = refs_of(desk);
    for (const std::string& mentor : std::vector<std::string>{"p-maude", "p-nadine", "p-josiane"}) {
        INFO(mentor);
        const std::set<std::string> scopes = scopes_of(played.phones.at(mentor));
        const Rights rights = rights_of(mentor);
        CHECK(subjects(scopes, "plan", refs) == rights.plans);
        CHECK(subjects(scopes, "talk", refs) == rights.talks);
        check_bytes(played, listed, mentor, scopes);

        // And what the hub gives to a phone that has nothing yet.
        const Phone second(played.folder.path() / (mentor + "-second"));
        (void)second.does({"join", desk.does_one({"invite", mentor}).at("link")});
        second.syncs_until_quiet();
        std::set<std::string> given = scopes_of(second);
        std::set<std::string> held = scopes;
        std::erase_if(given, [](const std::string& scope) { return scope.starts_with("own:"); });
        std::erase_if(held, [](const std::string& scope) { return scope.starts_with("own:"); });
        CHECK(given == held);
        CHECK(second.lists("SessionNote").size() == played.phones.at(mentor).lists("SessionNote").size());
    }
    CHECK(desk.lists("SessionNote").empty());
    CHECK(desk.lists("Goal").size() == 77);
    CHECK(desk.lists("Action").size() == 194);
    CHECK(subjects(scopes_of(desk), "talk", refs).empty());
}

// Times in UTC, sets in one order: what two ways of writing the same have in common.
Json plain(const Json& value) {
    if (value.is_string()) {
        const auto moment = parse_time(value.get<std::string>());
        return moment ? Json(time_text(*moment)) : value;
    }
    if (value.is_array()) {
        std::vector<Json> items(value.begin(), value.end());
        std::ranges::sort(items);
        return items;
    }
    if (value.is_object()) {
        std::map<std::string, Json> members;
        for (const auto& member : value.items()) {
            members[member.key()] = plain(member.value());
        }
        return members;
    }
    return value;
}

// What comes out of the phones is, line for line and field for field, what the women wrote.
void check_export(const Played& played) {
    std::map<std::string, Json> out;
    std::size_t desk_lines = 0;
    // Estefanía last: of her closed pairing the mentor keeps the talk, but no longer what lies in the plan beside it.
    for (const std::string& name :
         std::vector<std::string>{coordinator, "p-maude", "p-nadine", "p-josiane", "p-estefania"}) {
        const auto folder = played.folder.path() / ("out-" + name);
        (void)played.phones.at(name).does({"export", folder.string()});
        for (const std::string& line : lines_of(text_of(folder / "season.jsonl"))) {
            const Json record = Json::parse(line);
            out[record.at("ref")] = record;
            desk_lines += name == coordinator ? 1U : 0U;
        }
    }
    CHECK(desk_lines == 1079 - 169 - 146 - 25 - 14);  // all but what is said between the two
    for (const std::string& line : lines_of(text_of(sample_data() / "santa-cruz/season.jsonl"))) {
        const Json wrote = Json::parse(line);
        const std::string ref = wrote.at("ref");
        INFO(ref);
        REQUIRE(out.contains(ref));
        for (const auto* member : {"kind", "scope", "author", "fields"}) {
            CHECK(plain(out[ref].at(member)) == plain(wrote.at(member)));
        }
        if (ref != "cusi-n05") {  // its phone had lost its clock
            CHECK(plain(out[ref].at("at")) == plain(wrote.at("at")));
        }
    }
}

// A cohort that was taken out and brought in again hasn't changed.
void check_round_trip(const Played& played) {
    const Phone& desk = played.phones.at(coordinator);
    for (const std::string& line : desk.does({"import", (played.folder.path() / ("out-" + coordinator)).string()})) {
        const Json count = Json::parse(line);
        INFO(line);
        CHECK(count.at("made") == 0);
        CHECK(count.at("changed") == 0);
    }
}

}  // namespace

TEST_CASE("A season is played by everybody, and everybody who may read a thing has the same") {
    Played played;
    INFO(played.finished.err);
    REQUIRE(played.finished.code == 0);
    REQUIRE(played.phones.size() == 18);

    const Listed listed = everything_on(played.phones);
    check_same_everywhere(played.phones, listed);
    check_counts(listed);
    for (const auto& [name, phone] : played.phones) {
        INFO(name);
        CHECK(phone.does({"tray"}).empty());
        check_no_verdict(phone);
        CHECK(phone.tries({"check"}).code == 0);
        CHECK(phone.does_one({"status"}).at("waiting") == 0);
    }
    check_rights(played, listed);
    check_export(played);
    check_round_trip(played);

    const Finished again = played.plays();
    CHECK(again.code == 0);
    CHECK(again.err.find("played to its end") != std::string::npos);
    CHECK(played.hub.stop() == 0);
    const Finished checked = run({AYNI_HUB, "check", "--data", played.hub.data()});
    INFO(checked.out);
    CHECK(checked.code == 0);
}

TEST_CASE("A play that is stopped or killed leaves whole profiles, and the same command goes on from there") {
    const FreshFolder folder;
    const HubProcess hub(folder.path(), "Somebody Else");
    const auto profiles = folder.path() / "profiles";
    const Words play{AYNI_CTL, "--lang",   "en",         "play",           (sample_data() / "dakar").string(),
                     "--hub",  hub.link(), "--profiles", profiles.string()};
    const auto check_all = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(profiles)) {
            if (std::filesystem::exists(entry.path() / "profile.db")) {
                INFO(entry.path().filename().string());
                CHECK(Phone(entry.path()).tries({"check"}).code == 0);
            }
        }
    };
    for (const int signal : {SIGINT, SIGKILL, SIGTERM}) {
        Process process(play, -1, -1);
        std::this_thread::sleep_for(std::chrono::milliseconds(900));
        process.kill(signal);
        (void)process.wait();
        check_all();
    }
    const Finished finished = run(play);
    INFO(finished.err);
    CHECK(finished.code == 0);
    check_all();
    const Phone desk(profiles / "p-clothilde");
    const std::map<std::string, std::size_t> counts{{"Goal", 48},      {"Action", 62},    {"Consent", 63},
                                                    {"CirclePost", 5}, {"Attachment", 2}, {"Person", 17}};
    for (const auto& [kind, count] : counts) {
        INFO(kind);
        CHECK(desk.lists(kind).size() == count);
    }
}
