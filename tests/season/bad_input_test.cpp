// Every file of tests/data/bad, given to the real aynictl: one sentence that names file, line and column and says what
// to do, and nothing imported.

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "engine/store/store.hpp"
#include "platforms/linux/profile.hpp"
#include "platforms/linux/values.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/season/fresh_folder.hpp"
#include "tests/season/hub_process.hpp"
#include "tests/season/phones.hpp"

using namespace ayni;
using namespace ayni::season_test;

namespace {

// All that a profile holds, as text.
std::string everything_in(const Phone& phone) {
    const auto opened = shell::open_profile(phone.folder(), {.decode = &wire::decode}, {}, std::chrono::seconds(5));
    REQUIRE(opened);
    Store& store = *opened->store;
    std::string all;
    for (const KindDef& kind : kinds()) {
        const auto records = store.list(kind.number, {}, true);
        REQUIRE(records);
        for (const Record& record : *records) {
            all += shell::line_of(shell::to_json(record)) + "\n";
        }
    }
    return all + "waiting " + std::to_string(*store.waiting());
}

// The coordinator with Santa Cruz imported, and a hub.
struct Desk {
    Desk() : hub(folder.path(), "Maïté L'Écuyer-Ouimet"), phone(folder.path() / "p-maite") {
        (void)phone.does({"join", hub.link()});
        phone.syncs_until_quiet();
        (void)phone.does({"import", (sample_data() / "santa-cruz").string()});
    }
    [[nodiscard]] Phone phone_of(const std::string& ref) const {
        phone.syncs_until_quiet();
        Phone other(folder.path() / ref);
        (void)other.does({"join", phone.does_one({"invite", ref}).at("link")});
        other.syncs_until_quiet();
        return other;
    }
    FreshFolder folder;
    HubProcess hub;
    Phone phone;
};

std::string bad(const std::string& name) {
    return (sample_data() / "bad" / name).string();
}

// In three languages, whole sentences: each says the place, the value, and what to do.
struct Refused {
    std::string file;
    std::vector<std::string> lines_en;
    std::string part_es;
    std::string part_fr;
};
const std::vector<Refused>& refused_files() {
    static const std::string all_columns =
        "ref, name, role, place, tz, ui_lang, audio_lang, reading_comfort, languages, offers, needs, availability, "
        "channels, phone, about";
    static const std::string columns_without_tz =
        "ref, name, role, place, ui_lang, audio_lang, reading_comfort, languages, offers, needs, availability, "
        "channels, phone, about";
    static const std::vector<Refused> files{
        {"people-missing-column.csv",
         {"people-missing-column.csv, line 1, column \"tz\": this column is missing. Found: " + columns_without_tz +
          ". Expected: " + all_columns + ". Add it."},
         "línea 1, columna «tz»: falta esta columna",
         "ligne 1, colonne « tz » : cette colonne manque"},
        {"people-wrong-role.csv",
         {"people-wrong-role.csv, line 3, column \"role\" (p-yhovana): \"mentora\" is none of entrepreneur, mentor, "
          "coordinator: write one of them."},
         "«mentora» no es ninguna de estas: entrepreneur, mentor, coordinator",
         "« mentora » n'en fait pas partie"},
        {"people-duplicate-ref.csv",
         {"people-duplicate-ref.csv, line 6, column \"ref\": \"p-eliana\" is already used on line 4 (Eliana Vaca Roca, "
          "Carla Hurtado Melgar): give one of the two another ref."},
         "«p-eliana» ya se usa en la línea 4 (Eliana Vaca Roca, Carla Hurtado Melgar)",
         "« p-eliana » sert déjà à la ligne 4"},
        {"businesses-unknown-leader.csv",
         {"businesses-unknown-leader.csv, line 3, column \"leaders\" (b-cupesi): nobody has the ref \"p-nadie\": "
          "correct it, or add it in its file."},
         "nadie tiene la referencia «p-nadie»",
         "personne n'a la référence « p-nadie »"},
        {"people-latin1.csv",
         {"people-latin1.csv, line 2, column \"about\": byte 0xF3 (at offset 323) isn't UTF-8; it looks like Latin-1: "
          "save it as \"CSV UTF-8\"."},
         "guárdelo como «CSV UTF-8»",
         "on dirait du Latin-1"},
        {"people-empty.csv",
         {"people-empty.csv: the file is empty (0 bytes), it hasn't even a header line: save it again."},
         "el archivo está vacío (0 bytes)",
         "le fichier est vide (0 octets)"},
        {"people-unclosed-quote.csv",
         {"people-unclosed-quote.csv, line 3, column \"name\": the quote opened here is never closed: close it, or "
          "take it out."},
         "la comilla que se abre aquí no se cierra nunca",
         "le guillemet ouvert ici n'est jamais fermé"},
        {"pairings-date-31-02.csv",
         {"pairings-date-31-02.csv, line 3, column \"since\" (p-maude): write 2026-02-28, not 31/02/2026.",
          "pairings-date-31-02.csv, line 4, column \"since\" (p-maude): there is no 2026-02-31: February 2026 has 28 "
          "days; correct the date."},
         "febrero de 2026 tiene 28 días",
         "février 2026 a 28 jours"},
        {"cohort-phase-backwards.json",
         {"cohort-phase-backwards.json, line 45, field \"ends\" (stay): phase \"stay\" ends (2026-10-26) before it "
          "starts (2026-11-15): correct one of the two dates."},
         "la fase «stay» termina (2026-10-26) antes de empezar (2026-11-15)",
         "la phase « stay » finit (2026-10-26) avant de commencer (2026-11-15)"}};
    return files;
}

}  // namespace

TEST_CASE("A broken file is refused with its place and what to do, in her language, and nothing of it is imported") {
    const Desk desk;
    const std::string before = everything_in(desk.phone);
    for (const Refused& file : refused_files()) {
        INFO(file.file);
        const Finished english = desk.phone.tries({"import", bad(file.file)});
        CHECK(english.code == 1);
        std::vector<std::string> expected = file.lines_en;
        expected.emplace_back("Nothing was imported.");
        CHECK(lines_of(english.err) == expected);
        for (const auto& [lang, part] : {std::pair("es", file.part_es), std::pair("fr", file.part_fr)}) {
            const Finished other = desk.phone.tries({"import", bad(file.file)}, lang);
            INFO(other.err);
            CHECK(other.code == 1);
            CHECK(other.err.find(part) != std::string::npos);
        }
        CHECK(everything_in(desk.phone) == before);
    }
}

TEST_CASE("One broken file keeps its whole folder out") {
    const Desk desk;
    const std::string before = everything_in(desk.phone);
    for (const std::string& name :
         std::vector<std::string>{"people.csv", "businesses.csv", "pairings.csv", "cohort.json"}) {
        const FreshFolder folder;
        for (const auto& entry : std::filesystem::directory_iterator(sample_data() / "dakar")) {
            std::filesystem::copy(entry.path(), folder.path());
        }
        std::filesystem::remove(folder.path() / name);
        const std::map<std::string, std::string> broken{{"people.csv", "people-wrong-role.csv"},
                                                        {"businesses.csv", "businesses-unknown-leader.csv"},
                                                        {"pairings.csv", "pairings-date-31-02.csv"},
                                                        {"cohort.json", "cohort-phase-backwards.json"}};
        std::filesystem::copy(bad(broken.at(name)), folder.path() / name);
        const Finished finished = desk.phone.tries({"import", folder.path().string()});
        INFO(finished.err);
        CHECK(finished.code == 1);
        CHECK(finished.err.find(name) != std::string::npos);
        CHECK(everything_in(desk.phone) == before);
    }
}

TEST_CASE("A field of megabytes is refused, with its size and the limit, without being held in memory") {
    const Desk desk;
    const FreshFolder folder;
    const std::string header =
        "ref,name,role,place,tz,ui_lang,audio_lang,reading_comfort,languages,offers,needs,availability,channels,phone,"
        "about\n";
    const std::string row = "p-1,Ana,mentor,Laval,America/Toronto,fr,fr,easy,fr:fluent,,,,,,";
    // Written piece by piece: what this test held itself would count as the program's, which begins as its copy.
    const auto file_with = [&](std::size_t kilobytes) {
        const auto path = folder.file("people-huge-field.csv", header + row + "short\n" + "p-2" + row.substr(3));
        std::ofstream out(path, std::ios::binary | std::ios::app);
        const std::string kilobyte(1024, 'a');
        for (std::size_t i = 0; i < kilobytes; ++i) {
            out << kilobyte;
        }
        out << '\n';
        return path;
    };
    const std::string before = everything_in(desk.phone);
    const Finished small = desk.phone.tries({"import", bad("people-wrong-role.csv")});
    const Finished finished = desk.phone.tries({"import", file_with(std::size_t{3} * 1024).string()});
    CHECK(finished.code == 1);
    CHECK(lines_of(finished.err) ==
          std::vector<std::string>{"people-huge-field.csv, line 3, column \"about\" (p-2): there are 3145728 (3.1 MB) "
                                   "bytes here, and 65536 (66 kB) are taken: shorten it.",
                                   "Nothing was imported."});
    CHECK(everything_in(desk.phone) == before);

    constexpr long spare_kb = 2048;
    CHECK(finished.peak_kb < small.peak_kb + spare_kb);
    const Finished larger = desk.phone.tries({"import", file_with(std::size_t{24} * 1024).string()});
    CHECK(larger.code == 1);
    CHECK(larger.peak_kb < small.peak_kb + spare_kb);
}

TEST_CASE(
    "What a French spreadsheet writes, and cells that look like formulas, come in as plain text and go out harmless") {
    const Desk desk;
    const Finished french = desk.phone.tries({"import", bad("people-semicolon-bom.csv")});
    CHECK(french.code == 0);
    CHECK(french.err.empty());

    const Finished formulas = desk.phone.tries({"import", bad("people-csv-injection.csv")});
    CHECK(formulas.code == 0);
    const auto remarks = lines_of(formulas.err);
    REQUIRE(remarks.size() == 5);
    CHECK(remarks[0] ==
          "people-csv-injection.csv, line 2, column \"name\" (p-rosario): the cell begins as a formula does; "
          "it is kept as plain text, and every export puts ' before it.");
    const std::vector<std::string> places{"line 2, column \"name\"", "line 2, column \"about\"",
                                          "line 3, column \"place\"", "line 3, column \"about\"",
                                          "line 4, column \"about\""};
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(remarks[i].find(places[i]) != std::string::npos);
    }
    for (const Json& person : desk.phone.lists("Person")) {
        const Json& fields = person.at("fields");
        if (fields.value("ref", "") == "p-rosario") {
            CHECK(fields.at("name") == "=cmd|' /C calc'!A0");
        } else if (fields.value("ref", "") == "p-ruth") {
            CHECK(fields.at("about") == "\t=1+1");
        }
    }
    const FreshFolder out;
    (void)desk.phone.does({"export", out.path().string(), "--csv"});
    const std::string people = text_of(out.path() / "people.csv");
    CHECK(people.find("p-rosario,'=cmd|' /C calc'!A0,") != std::string::npos);
    CHECK(people.find(",'@SUM(1+1)*cmd|' /C calc'!A0\r\n") != std::string::npos);
    CHECK(people.find(",\"'=HYPERLINK(\"\"http://") != std::string::npos);
    CHECK(people.find(",'-2+3+cmd|' /C calc'!A0\r\n") != std::string::npos);
    CHECK(people.find(",'\t=1+1\r\n") != std::string::npos);
    CHECK(people.find(",+591 7000 0001,") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(out.path() / "season.jsonl"));
}

TEST_CASE("Lines of a later version are kept and passed on as they came") {
    const Desk desk;
    const Phone nieves = desk.phone_of("p-nieves");
    const Finished finished = nieves.tries({"import", bad("season-unknown-kind.jsonl")});
    INFO(finished.err);
    CHECK(finished.code == 0);
    CHECK(
        lines_of(finished.err) ==
        std::vector<std::string>{
            "season-unknown-kind.jsonl, line 2, field \"kind\" (cusi-h1): this version doesn't know the kind "
            "\"Harvest\": it is kept and passed on as it came.",
            "season-unknown-kind.jsonl, line 3, field \"weather\" (cusi-a99): this version doesn't know this field: it "
            "is kept and passed on as it came."});
    nieves.syncs_until_quiet();
    desk.phone.syncs_until_quiet();
    const FreshFolder out;
    (void)desk.phone.does({"export", out.path().string(), "--jsonl"});
    std::map<std::string, Json> lines;
    for (const std::string& line : lines_of(text_of(out.path() / "season.jsonl"))) {
        const Json record = Json::parse(line);
        lines[record.at("ref")] = record;
    }
    REQUIRE(lines.contains("cusi-h1"));
    CHECK(lines["cusi-h1"].at("kind") == "Harvest");
    CHECK(lines["cusi-h1"].at("at") == "2026-11-20T21:00:00Z");
    CHECK(nlohmann::json(lines["cusi-h1"].at("fields")) ==
          nlohmann::json::parse(R"({"fruit":"coco de cusi","kilos":41,"women":["p-nieves"],"moon":"llena 🌕"})"));
    CHECK(lines["cusi-a99"].at("fields").at("weather") == "lluvia");
    CHECK(nieves.does({"tray"}).empty());
}

TEST_CASE("Of a cut file the whole lines come in, and it says where it was cut") {
    const Desk desk;
    const Phone belen = desk.phone_of("p-belen");
    const Finished finished = belen.tries({"import", bad("season-truncated.jsonl")});
    CHECK(finished.code == 1);
    CHECK(lines_of(finished.err) ==
          std::vector<std::string>{
              "season-truncated.jsonl, line 4: the file is cut here, at byte 1329: the 3 lines before "
              "are whole; ask for the rest to be sent again."});
    CHECK(belen.lists("Goal").size() == 3);
    CHECK(belen.lists("Action").empty());

    const std::string before = everything_in(desk.phone);
    const Finished others = desk.phone.tries({"import", bad("season-truncated.jsonl")});
    CHECK(others.err.find("\"p-belen\" wrote this: only she can import it") != std::string::npos);
    CHECK(everything_in(desk.phone) == before);
}

TEST_CASE("A file or folder that isn't there, or is something else, is said to be so") {
    const Desk desk;
    const FreshFolder folder;
    const auto says = [&](const std::filesystem::path& path) {
        const Finished finished = desk.phone.tries({"import", path.string()});
        CHECK(finished.code == 1);
        return lines_of(finished.err).at(0);
    };
    CHECK(says(folder.path() / "people.csv") == "people.csv: there is no such file: check the name and the folder.");
    CHECK(says(folder.file("notes.txt", "hello")).starts_with("notes.txt: what it holds can't be told"));
    CHECK(
        says(folder.file("people.csv", std::string("PK\x03\x04\0\0", 6))) ==
        "people.csv, line 1: it isn't a text file (a spreadsheet, a picture?): open it and save it as \"CSV UTF-8\".");
    const Finished nobody = Phone(folder.path() / "nobody").tries({"import", folder.path().string()});
    CHECK(nobody.code == 1);
}
