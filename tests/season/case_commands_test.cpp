// prepare, calendar and reminders, as the real program says them over the lived season.

#include "engine/model/time.hpp"
#include "tests/season/lived_season.hpp"
#include "tests/season/phones.hpp"

using namespace ayni;
using namespace ayni::season_test;

namespace {

// Her phone, after the season.
struct Owned {
    explicit Owned(const std::string& who) {
        season.belongs_to(who);
        season.store.reset();
    }
    LivedSeason season;
    Phone phone{season.folder()};
};

}  // namespace

TEST_CASE("prepare tells a mentor where a business stands, and refuses what isn't hers") {
    const Owned maude("p-maude");
    const Json told = maude.phone.does_one({"prepare", "b-tajibo"});
    CHECK(told.at("last").at("starts") == "2026-11-18T23:00:00Z");
    CHECK(told.at("people").size() == 2);
    CHECK_FALSE(told.at("open_actions").empty());
    CHECK(told.at("my_note").at("by").get<std::string>().starts_with("Maude"));
    const Finished page =
        run({AYNI_CTL, "--profile", maude.season.folder().string(), "--lang", "fr", "prepare", "b-tajibo"});
    CHECK(page.code == 0);
    CHECK(page.out.find("Dernière fois") != std::string::npos);
    CHECK(maude.phone.tries({"prepare", "b-pulpa"}).code == 1);
    CHECK(maude.phone.tries({"prepare", "b-nowhere"}).code == 1);
    CHECK(maude.phone.tries({"prepare"}).code == 2);
}

TEST_CASE("calendar writes a file in her language, for one session or for all that is planned") {
    const Owned maude("p-maude");
    const auto file = [&](const Words& more, const std::string& lang) {
        Words words{AYNI_CTL, "--profile", maude.season.folder().string(), "--lang", lang, "calendar"};
        words.insert(words.end(), more.begin(), more.end());
        const Finished finished = run(words);
        REQUIRE(finished.code == 0);
        return finished.out;
    };
    const std::string one = file({"--session", "tajibo-s8"}, "es");
    CHECK(one.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(one.find("DTSTART:20261202T230000Z\r\n") != std::string::npos);
    CHECK(one.find("SUMMARY:Encuentro · ") != std::string::npos);
    CHECK(file({"--session", "jasaye-s7"}, "en").find("STATUS:CANCELLED\r\n") != std::string::npos);
    const std::string all = file({}, "fr");
    CHECK(all.find("SUMMARY:Rencontre · ") != std::string::npos);
    CHECK(all.find("STATUS:CANCELLED") == std::string::npos);
    CHECK(maude.phone.does_one({"calendar"}).at("ics").get<std::string>().starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(maude.phone.tries({"calendar", "--session", "b-tajibo"}).code == 1);
}

TEST_CASE("reminders come the evening before and an hour before, where she is or in another zone") {
    const Owned maude("p-maude");
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    const std::int64_t day = system_clock().now_ms() / day_ms + 900;  // behind all that the season planned
    const std::string starts = "starts=" + date_text(day) + "T16:00:00Z";
    const std::string id =
        maude.phone.does_one({"add", "Session", starts, "status=planned", "--scope", "plan:b-tajibo"}).at("id");
    const auto told = [&](const std::string& zone) {
        std::vector<std::string> lines;
        for (const std::string& line : maude.phone.does({"reminders", "--days", "1000", "--tz", zone})) {
            const Json reminder = Json::parse(line);
            if (reminder.at("record") == id) {
                lines.push_back(reminder.at("at").get<std::string>() + " " + reminder.at("key").get<std::string>());
            }
        }
        return lines;
    };
    CHECK(told("America/La_Paz") ==
          std::vector{date_text(day - 1) + "T22:00:00Z session_tomorrow", date_text(day) + "T15:00:00Z session_soon"});
    CHECK(told("Africa/Dakar").front() == date_text(day - 1) + "T18:00:00Z session_tomorrow");
    CHECK(maude.phone.tries({"reminders", "--tz", "../../etc/passwd"}).code == 1);
    CHECK(maude.phone.tries({"reminders", "--days", "0"}).code == 2);
}
