#include "engine/programme/attaching.hpp"

#include <fstream>

#include "engine/programme/media.hpp"
#include "engine/programme/sessions.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;
using namespace std::string_literals;

namespace {

const std::string jpeg = "\xFF\xD8\xFF\xE0"s + std::string(20'000, 'j');
const std::string opus = "OggS\0\2"s + std::string(20, '\0') + "\1\x13OpusHead"s + std::string(500, 'o');

std::filesystem::path file_of(const Phone& phone, const std::string& content, const std::string& name = "file") {
    const auto file = phone.folder.path / name;
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

RecordId goal_of(Phone& phone, const ScopeId& plan) {
    return phone.makes(plan, kind::goal, {{"title", "Saber cuánto cuesta"s}});
}

bool has_written_nothing(const Phone& phone) {
    return must(phone.store->list(kind::attachment, {}, true)).empty() &&
           must(phone.store->attachments().usage()).blobs == 0;
}

bool has_copied_nothing(const Phone& phone) {
    return has_written_nothing(phone) && !std::filesystem::exists(phone.folder.path / "blobs");
}

}  // namespace

TEST_CASE("a photo lies where what it is about lies, is named by its content, and counts as unsent") {
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    const Deed deed = must(attach(*v.rosa.store, {goal, file_of(v.rosa, jpeg), "image/jpeg", "El horno", "es", 0}));
    const Record photo = v.rosa.sees(deed.record);
    CHECK(photo.scope == v.plan);
    CHECK(photo.ref("about") == goal);
    CHECK(photo.text("mime") == "image/jpeg");
    CHECK(photo.whole("bytes") == static_cast<std::int64_t>(jpeg.size()));
    CHECK(photo.text("caption") == "El horno");
    CHECK(photo.text("lang") == "es");
    CHECK_FALSE(photo.has("seconds"));
    const auto hash = parse_blob(photo.text("blob"));
    REQUIRE(hash);
    CHECK(must(v.rosa.store->attachments().read(*hash)) == jpeg);
    CHECK(must(v.rosa.store->attachments().unsent()).size() == 1);

    // Her mentor knows of it before she has it.
    v.all_meet();
    CHECK(v.maude.sees(deed.record).text("caption") == "El horno");
    CHECK(must(v.maude.store->attachments().missing()).size() == 1);
    CHECK(fault_of(v.maude.store->attachments().read(*hash)) == Fault::not_found);
}

TEST_CASE("a voice about a note of the talk stays in the talk") {
    Village v;
    const RecordId note = v.maude.makes(v.talk, kind::session_note, {{"text", "Animada"s}});
    const Deed deed = must(attach(*v.maude.store, {note, file_of(v.maude, opus), {}, {}, "fr", 12}));
    CHECK(v.maude.sees(deed.record).scope == v.talk);
    CHECK(v.maude.sees(deed.record).text("mime") == "audio/ogg");
    CHECK(v.maude.sees(deed.record).whole("seconds") == 12);
    v.all_meet();
    CHECK(must(v.rosa.store->list(kind::attachment)).size() == 1);
    CHECK(must(v.odile.store->list(kind::attachment)).empty());
}

TEST_CASE("who may not write there attaches nothing there, and nothing is copied") {
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    v.all_meet();
    CHECK(fault_of(attach(*v.odile.store, {goal, file_of(v.odile, jpeg)})) == Fault::not_allowed);
    CHECK(has_copied_nothing(v.odile));
    must(attach(*v.maude.store, {goal, file_of(v.maude, jpeg)}));
}

TEST_CASE("what is attached is told by its content, not by what it is said to be") {
    CHECK(media_of(jpeg) == "image/jpeg");
    CHECK(media_of("\x89PNG\r\n\x1A\n..."s) == "image/png");
    CHECK(media_of("RIFF\x10\0\0\0WEBPVP8 "s) == "image/webp");
    CHECK(media_of("RIFF\x10\0\0\0WAVEfmt "s).empty());
    CHECK(media_of(opus) == "audio/ogg");
    CHECK(media_of("OggS\0\2"s + std::string(20, '\0') + "\1\x1E\1vorbis"s) == "audio/ogg");
    CHECK(media_of("OggS\0\2"s + std::string(20, '\0') + "\1\x1E\x80theora"s).empty());
    CHECK(media_of("\xFF\xF1\x50\x80"s) == "audio/aac");
    CHECK(media_of("\xFF\xFB\x90\x64"s).empty());  // MP3
    CHECK(media_of("\0\0\0\x20"
                   "ftypM4A \0\0\0\0"s) == "audio/mp4");
    CHECK(media_of("\0\0\0\x20"
                   "ftypqt  \0\0\0\0"s)
              .empty());
    CHECK(media_of("%PDF-1.7\n"s) == "application/pdf");
    for (const std::string& nothing :
         {""s, "x"s, "OggS"s, "RIFF"s, "\xFF\xD8"s, "<html>"s, "PK\3\4"s, "\0\0\0 ftyp"s}) {
        CHECK(media_of(nothing).empty());
    }
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    CHECK(fault_of(attach(*v.rosa.store, {goal, file_of(v.rosa, jpeg), "audio/ogg"})) == Fault::invalid);
    CHECK(fault_of(attach(*v.rosa.store, {goal, file_of(v.rosa, "<html>"), {}})) == Fault::invalid);
    CHECK(fault_of(attach(*v.rosa.store, {goal, file_of(v.rosa, ""), {}})) == Fault::invalid);
    CHECK(fault_of(attach(*v.rosa.store, {goal, v.rosa.folder.path, {}})) == Fault::invalid);
    CHECK(has_copied_nothing(v.rosa));
    const Deed deed = must(attach(*v.rosa.store, {goal, file_of(v.rosa, opus), "audio/opus"}));
    CHECK(v.rosa.sees(deed.record).text("mime") == "audio/ogg");
}

TEST_CASE(
    "a file that isn't there, one too large and a record that isn't there are refused before anything is copied") {
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    const auto detail_of = [&](const NewAttachment& wanted) {
        const auto refused = attach(*v.rosa.store, wanted);
        REQUIRE_FALSE(refused);
        return refused.error().detail;
    };
    CHECK(fault_of(attach(*v.rosa.store, {goal, v.rosa.folder.path / "none"})) == Fault::not_found);
    CHECK(detail_of({goal, v.rosa.folder.path / "none"}) == "file");
    const auto large = file_of(v.rosa, jpeg);
    std::filesystem::resize_file(large, 10U * 1024 * 1024 + 1);
    CHECK(fault_of(attach(*v.rosa.store, {goal, large})) == Fault::too_large);
    CHECK(detail_of({v.rosa.store->new_record(), file_of(v.rosa, jpeg)}) == "about");
    must(programme::remove(*v.rosa.store, goal));
    CHECK(detail_of({goal, file_of(v.rosa, jpeg)}) == "about");
    CHECK(has_copied_nothing(v.rosa));
}

TEST_CASE("nothing is attached to an attachment") {
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    const Deed photo = must(attach(*v.rosa.store, {goal, file_of(v.rosa, jpeg)}));
    CHECK(fault_of(attach(*v.rosa.store, {photo.record, file_of(v.rosa, opus)})) == Fault::invalid);
}

TEST_CASE("a record that can't be written leaves no content that counts") {
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    CHECK(fault_of(attach(*v.rosa.store, {goal, file_of(v.rosa, jpeg), {}, "no \xFF text"})) == Fault::invalid);
    CHECK(has_written_nothing(v.rosa));
    must(attach(*v.rosa.store, {goal, file_of(v.rosa, jpeg), {}, "texto"}));
    CHECK(must(v.rosa.store->attachments().usage()).blobs == 1);
}

TEST_CASE("undone, a photo is away, and restored it is whole") {
    Village v;
    const RecordId goal = goal_of(v.rosa, v.plan);
    const Deed deed = must(attach(*v.rosa.store, {goal, file_of(v.rosa, jpeg)}));
    must(undo(*v.rosa.store, deed));
    CHECK(must(v.rosa.store->list(kind::attachment)).empty());
    CHECK(must(v.rosa.store->attachments().evict(1'000'000)) == 0);
    must(v.rosa.store->restore(deed.record));
    const auto hash = parse_blob(v.rosa.sees(deed.record).text("blob"));
    CHECK(must(v.rosa.store->attachments().read(*hash)) == jpeg);
}
