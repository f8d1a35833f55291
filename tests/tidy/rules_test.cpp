// Each rule of the house, shown to be able to complain.

#include "tests/tidy/rules.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/tidy/schema_page.hpp"

using namespace ayni::tidy;

namespace {

const std::set<std::string> files{"engine/model/ids.hpp", "engine/store/store.hpp", "sync/wire/envelope.hpp",
                                  "qml/models/desk.hpp"};

Complaints of_includes(const std::string& path, const std::string& line) {
    return check_includes(make_source(path, line + "\n"), files);
}

std::string repeated(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

}  // namespace

TEST_CASE("an include along the arrows is fine, one against them is a complaint") {
    CHECK(of_includes("engine/store/store.cpp", "#include \"engine/model/ids.hpp\"").empty());
    CHECK(of_includes("engine/store/store.cpp", "#include \"engine/store/store.hpp\"").empty());
    CHECK(of_includes("tests/sync/hub_test.cpp", "#include \"qml/models/desk.hpp\"").empty());
    CHECK(of_includes("engine/model/ids.cpp", "#include \"engine/store/store.hpp\"").size() == 1);
    CHECK(of_includes("engine/store/store.cpp", "  #  include \"sync/wire/envelope.hpp\"").size() == 1);
    CHECK(of_includes("sync/hub/hub.cpp", "#include \"qml/models/desk.hpp\"").size() == 1);
    CHECK(of_includes("engine/programme/import/people.cpp", "#include \"sync/wire/envelope.hpp\"").size() == 1);
}

TEST_CASE("an include of ours is written from the root") {
    CHECK(of_includes("engine/model/ids.cpp", "#include \"ids.hpp\"").size() == 1);
    CHECK(of_includes("engine/model/ids.cpp", "#include \"engine/model/gone.hpp\"").size() == 1);
    CHECK(of_includes("qml/models/desk.cpp", "#include \"desk.moc\"").empty());
}

TEST_CASE("a file includes its own header before all else") {
    const auto complaints = [](const std::string& text) {
        return check_own_header_first(make_source("engine/model/ids.cpp", text), files).size();
    };
    CHECK(complaints("// why\n#include \"engine/model/ids.hpp\"\n#include <vector>\n") == 0);
    CHECK(complaints("#include <vector>\n#include \"engine/model/ids.hpp\"\n") == 1);
    CHECK(complaints("") == 1);
    CHECK(check_own_header_first(make_source("engine/model/other.cpp", "#include <vector>\n"), files).empty());
}

TEST_CASE("C++ outside every layer is a complaint") {
    CHECK(of_includes("engine/new_folder/x.cpp", "").size() == 1);
    CHECK(of_includes("main.cpp", "").size() == 1);
}

TEST_CASE("what isn't ours stands only where its row says") {
    CHECK(of_includes("engine/store/store.cpp", "#include <vector>").empty());
    CHECK(of_includes("qml/models/desk.cpp", "#include <QString>").empty());
    CHECK(of_includes("engine/store/database.cpp", "#include <sqlite3.h>").empty());
    CHECK(of_includes("engine/store/store.cpp", "#include <sqlite3.h>").size() == 1);
    CHECK(of_includes("engine/model/ids.cpp", "#include <QString>").size() == 1);
    CHECK(of_includes("engine/model/ids.cpp", "#include <QtCore/QString>").size() == 1);
    CHECK(of_includes("sync/hub/hub.cpp", "#include <curl/curl.h>").size() == 1);
    CHECK(of_includes("sync/hub/accounts.cpp", "#include <boost/asio.hpp>").size() == 1);
    CHECK(of_includes("sync/client/join.cpp", "#include \"ayni.pb.h\"").size() == 1);
    CHECK(of_includes("engine/model/ids.cpp", "#include <fmt/format.h>").size() == 1);
}

TEST_CASE("a line of more than 120 characters is a complaint, and characters aren't bytes") {
    CHECK(check_line_length(make_source("a.cpp", std::string(120, 'x'))).empty());
    CHECK(check_line_length(make_source("a.cpp", repeated(120, "ñ"))).empty());
    CHECK(check_line_length(make_source("a.cpp", std::string(121, 'x'))).size() == 1);
}

TEST_CASE("left-overs, skipped tests and context properties are complaints") {
    const auto complaints = [](const std::string& line) { return check_words(make_source("a.cpp", line)).size(); };
    CHECK(complaints("// what to do, and why") == 0);
    CHECK(complaints("// TO"
                     "DO: later") == 1);
    CHECK(complaints("// FIX"
                     "ME") == 1);
    CHECK(complaints("SK"
                     "IP(\"flaky\");") == 1);
    CHECK(complaints("sk"
                     "ip(\"flaky\")") == 1);
    CHECK(complaints("TEST_CASE(\"x\", \"["
                     ".]\")") == 1);
    CHECK(complaints("engine.rootContext()->setContext"
                     "Property(\"app\", &app);") == 1);
}

TEST_CASE("a colour's value outside the theme is a complaint") {
    const std::string line = "color: \"#ffb86b\"\n";
    CHECK(check_colours(make_source("qml/theme/Theme.qml", line)).empty());
    CHECK(check_colours(make_source("qml/pages/Board.qml", "color: Theme.surface\n")).empty());
    CHECK(check_colours(make_source("qml/pages/Board.qml", line)).size() == 1);
    CHECK(check_colours(make_source("qml/pages/Board.qml", "color: Qt.rgba(1, 0, 0, 1)\n")).size() == 1);
}

TEST_CASE("a page that no CMakeLists.txt names is a complaint") {
    const Source page = make_source("qml/pages/Board.qml", "Item {}\n");
    CHECK(check_qml_is_listed({page, make_source("qml/CMakeLists.txt", "f(QML_FILES pages/Board.qml)")}).empty());
    CHECK(check_qml_is_listed({page, make_source("qml/pages/CMakeLists.txt", "f(\n  Board.qml\n)")}).empty());
    CHECK(check_qml_is_listed({page, make_source("qml/CMakeLists.txt", "file(GLOB p pages/*.qml)")}).empty());
    CHECK(check_qml_is_listed({page, make_source("qml/CMakeLists.txt", "f(pages/BigBoard.qml)")}).size() == 1);
    CHECK(check_qml_is_listed({page, make_source("qml/CMakeLists.txt", "file(GLOB p theme/*.qml)")}).size() == 1);
    CHECK(check_qml_is_listed({page, make_source("tests/CMakeLists.txt", "f(pages/Board.qml)")}).size() == 1);
}

TEST_CASE("functions are found and measured, with their names") {
    const std::string text = R"sample(#define F(x) \
    { x }
namespace a {
enum class E : int { one, two };
template <class T>
struct S : Base<void()> {
    S(int a) : a_(a), b_{2} {
        run([&] { return '}'; });
    }
    // }
    int a_;
    const std::map<int, int> b_{{1, f(2)}};
};
constexpr auto table = make({
    {1, "}"},
});
std::string S::text(std::string_view x) const {
    for (int i = 0; i < 1'000; ++i) {
        use(R"({)");
    }
    return {};
}
auto arrow(int x) -> std::vector<int> { return {x}; }
class Q {
    Q_OBJECT
    Q_PROPERTY(int x READ x)
public:
    int x() const { return 1; }
};
}  // namespace a
TEST_CASE("a name {") {
}
)sample";
    std::string found;
    for (const Function& function : functions_in(text)) {
        found += function.name + " " + std::to_string(function.line) + "+" + std::to_string(function.length) + "\n";
    }
    CHECK(found == "S 7+3\nS::text 17+6\narrow 23+1\nx 28+1\nTEST_CASE 31+2\n");
}

TEST_CASE("the ratchet lets nothing grow and forgets no exception") {
    const std::map<std::string, std::size_t> lengths{{"a", 70}, {"b", 80}};
    CHECK(check_lengths(lengths, 80, {}).empty());
    CHECK(check_lengths(lengths, 70, {{"b", {80, "one table"}}}).empty());
    CHECK(check_lengths(lengths, 70, {}).size() == 1);
    CHECK(check_lengths(lengths, 70, {{"b", {79, "grew"}}}).size() == 1);
    CHECK(check_lengths(lengths, 70, {{"b", {90, "shrank"}}}).size() == 1);
    CHECK(check_lengths(lengths, 80, {{"b", {90, "not needed"}}}).size() == 1);
    CHECK(check_lengths(lengths, 80, {{"gone", {90, "renamed"}}}).size() == 1);
}

TEST_CASE("lengths are counted per file and per function") {
    const std::vector<Source> sources{make_source("a.cpp", "void f() {\n}\nvoid f(int) {\n\n}\n"),
                                      make_source("b.qml", "Item {}\n")};
    CHECK(file_lengths(sources, ".cpp") == std::map<std::string, std::size_t>{{"a.cpp", 5}});
    CHECK(file_lengths(sources, ".qml") == std::map<std::string, std::size_t>{{"b.qml", 1}});
    CHECK(function_lengths(sources) == std::map<std::string, std::size_t>{{"a.cpp: f", 3}});
}

TEST_CASE("commands are read from blocks of shell, answers are not") {
    const Source page = make_source("README.md",
                                    "text\n```sh\ntests/run.sh  # all\n```\n`no`\n"
                                    "```console\n$ bin/x a \\\n    b\nanswer\n```\n```\nplain\n```\n");
    CHECK(commands_in(page) == std::vector<Command>{{"tests/run.sh"}, {"bin/x", "a", "b"}});
}

TEST_CASE("a page with another schema is seen, and mended") {
    CHECK_FALSE(with_schema("no marks here"));
    const std::string page =
        "before\n" + std::string(schema_begins) + "| old |\n" + std::string(schema_ends) + "after\n";
    const auto mended = with_schema(page);
    REQUIRE(mended);
    CHECK(mended->starts_with("before\n"));
    CHECK(mended->ends_with("after\n"));
    CHECK(mended->find("| 12 | Action |") != std::string::npos);
    CHECK(with_schema(*mended).value() == *mended);
    CHECK(difference(page, *mended).find("- | old |\n+ ") != std::string::npos);
    CHECK(difference(*mended, *mended).empty());
    CHECK_FALSE(difference("a\nb\n", "b\na\n").empty());
}

TEST_CASE("two types of one name in one namespace are a complaint, wherever they lie") {
    const auto header = [](const char* path, const char* text) { return make_source(path, text); };
    const Source one = header("engine/merge/a.hpp", "namespace ayni {\nstruct Match {\n};\n}\n");
    const Source same = header("engine/store/b.hpp", "namespace ayni {\nclass Match final : public X {\n};\n}\n");
    const Source other = header("sync/hub/c.hpp", "namespace ayni::hub {\nstruct Match {\n};\n}\n");
    const Source named =
        header("engine/store/d.hpp", "namespace ayni {\nstruct Match;\nclass Match::Inside {\n};\n}\n");
    CHECK(check_one_definition({one, other, named}).empty());
    CHECK(check_one_definition({one, same}).size() == 1);
}
