// Contents of attachments, in real files.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/engine/profile_with_files.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const std::string marker = "la receta del pan de quinua";

void change_byte(const std::filesystem::path& file, std::size_t at) {
    std::string bytes = text_of(file);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

TEST_CASE("a blob is named by the BLAKE2b-256 hash of its content") {
    const Folder folder;
    const Profile ana(folder.path);
    // RFC 7693's function of "abc", 32 bytes long, as b2sum -l 256 gives it.
    CHECK(to_text(must(ana.puts("abc")).hash) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    const std::string name = to_text(must(ana.puts("")).hash);
    CHECK(to_text(*parse_blob(name)) == name);
    CHECK_FALSE(parse_blob(name.substr(1)));
    CHECK_FALSE(parse_blob("../" + name.substr(3)));
    CHECK_FALSE(parse_blob("BD" + name.substr(2)));
}

TEST_CASE("what is attached reads back whole, whatever its size, also after the store is opened again") {
    const bool locked = GENERATE(true, false);
    const Folder folder;
    std::vector<std::pair<RecordId, std::string>> attached;
    {
        const Profile ana(folder.path, locked);
        for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 131'072U, 200'000U}) {
            const std::string text = content("a", size);
            attached.emplace_back(ana.attaches(text), text);
            CHECK(must(ana.blobs().read(ana.hash_of(attached.back().first))) == text);
        }
    }
    const Profile ana(folder.path, locked);
    for (const auto& [record, text] : attached) {
        CHECK(must(ana.blobs().read(ana.hash_of(record))) == text);
        const auto copy = folder.path / "copy";
        CHECK(must(ana.blobs().copy_to(ana.hash_of(record), copy)).bytes == text.size());
        CHECK(text_of(copy) == text);
    }
    CHECK(ana.files().size() == attached.size());
    CHECK(must(ana.store->check()).empty());
}

TEST_CASE("the same content twice is one file") {
    const Folder folder;
    const Profile ana(folder.path);
    const RecordId first = ana.attaches(content("photo", 100'000));
    const RecordId second = ana.attaches(content("photo", 100'000), other_plan);
    CHECK(ana.hash_of(first) == ana.hash_of(second));
    CHECK(ana.files().size() == 1);
    CHECK(must(ana.blobs().usage()).blobs == 1);
    CHECK(must(ana.blobs().usage()).bytes == 100'000);
}

TEST_CASE("who attaches nothing has no folder, and no row") {
    const Folder folder;
    const Profile ana(folder.path);
    must(ana.store->write(plan, std::vector{make_edit(ana.store->new_record(), kind::goal, "title", marker)}));
    must(ana.store->drop(plan));
    CHECK(must(ana.blobs().evict(1'000)) == 0);
    CHECK_FALSE(std::filesystem::exists(folder.path / "blobs"));
    CHECK(must(ana.blobs().usage()).blobs == 0);
}

TEST_CASE("nothing of the content, nor its hash, stands in the folder") {
    const Folder folder;
    std::string hash;
    {
        const Profile ana(folder.path);
        std::string text;
        while (text.size() < 200'000) {
            text += marker;
        }
        hash = to_text(ana.hash_of(ana.attaches(text)));
        CHECK(must(ana.blobs().read(*parse_blob(hash))) == text);
        must(ana.puts(text + "x"));
    }
    int files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path / "blobs")) {
        ++files;
        CHECK(text_of(file).find(marker.substr(0, 8)) == std::string::npos);
        CHECK(file.path().filename().string().find(hash.substr(0, 8)) == std::string::npos);
        CHECK((file.status().permissions() & ~std::filesystem::perms::owner_all) == std::filesystem::perms::none);
    }
    CHECK(files == 2);
    // The check finds what it looks for.
    const Folder open;
    const Profile plain(open.path, false);
    plain.attaches(marker);
    CHECK(text_of(plain.files().front()).find(marker.substr(0, 8)) != std::string::npos);
}

TEST_CASE("a byte that changed, a file cut short and one in another's place are seen and never handed out") {
    const Folder folder;
    const Profile ana(folder.path);
    const std::string text = content("voice", 150'000);
    const RecordId voice = ana.attaches(text);
    const auto file = ana.files().front();
    const RecordId other = ana.attaches(content("other", 150'000));
    const std::string whole = text_of(file);
    const auto copy = folder.path / "copy";
    const auto is_refused = [&] {
        CHECK(fault_of(ana.blobs().read(ana.hash_of(voice))) == Fault::storage_corrupt);
        CHECK(fault_of(ana.blobs().copy_to(ana.hash_of(voice), copy)) == Fault::storage_corrupt);
        std::size_t others = 0;  // the database, its two, and the folder of blobs
        for (const auto& left : std::filesystem::directory_iterator(folder.path)) {
            others += left.path().filename().string().find("copy") != std::string::npos ? 1U : 0U;
        }
        CHECK(others == 0);
        CHECK(must(ana.blobs().read(ana.hash_of(other))) == content("other", 150'000));
    };
    for (const std::size_t at : {0UL, 7UL, 8UL, 31UL, 32UL, 40'000UL, 65'560UL, 65'590UL, whole.size() - 1}) {
        change_byte(file, at);
        is_refused();
        change_byte(file, at);
    }
    constexpr std::size_t chunk = blob_chunk + 17;
    for (const std::size_t size : {0UL, 5UL, 8UL, 20UL, 32UL, 32 + chunk, 32 + 2 * chunk, whole.size() - 1}) {
        std::filesystem::resize_file(file, size);
        is_refused();
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole;
    }
    std::ofstream(file, std::ios::binary | std::ios::app) << 'x';
    is_refused();
    // Two chunks that changed places; another content's whole file.
    std::string swapped = whole;
    std::swap_ranges(swapped.begin() + 32, swapped.begin() + 32 + static_cast<std::ptrdiff_t>(chunk),
                     swapped.begin() + 32 + static_cast<std::ptrdiff_t>(chunk));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << swapped;
    is_refused();
    const auto others = ana.files();
    std::filesystem::copy_file(others.front() == file ? others.back() : others.front(), file,
                               std::filesystem::copy_options::overwrite_existing);
    is_refused();
    // What only she has still counts as unsent, and is whole again once she brings it again.
    CHECK(must(ana.blobs().unsent()).size() == 2);
    must(ana.puts(text));
    CHECK(must(ana.blobs().read(ana.hash_of(voice))) == text);
}

TEST_CASE("a plain file that was changed or cut is seen too") {
    const Folder folder;
    const Profile hub(folder.path, false);
    const RecordId photo = hub.attaches(content("photo", 65'536));
    const auto file = hub.files().front();
    const std::string whole = text_of(file);
    change_byte(file, 70);
    CHECK(fault_of(hub.blobs().read(hub.hash_of(photo))) == Fault::storage_corrupt);
    for (const std::size_t size : {0UL, 7UL, 8UL, 1'000UL, whole.size() - 1}) {
        std::filesystem::resize_file(file, size);
        CHECK(fault_of(hub.blobs().read(hub.hash_of(photo))) == Fault::storage_corrupt);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole;
    }
    CHECK(must(hub.blobs().read(hub.hash_of(photo))) == content("photo", 65'536));
}

TEST_CASE("what was once found damaged doesn't become right by being asked again") {
    const Folder folder;
    const Profile hub(folder.path, false);
    const BlobHash photo = hub.hash_of(hub.attaches(content("photo", 1'000)));
    change_byte(hub.files().front(), 500);
    auto reading = must(hub.blobs().reading(photo));
    for (int i = 0; i < 3; ++i) {
        CHECK(fault_of(reading.chunks.next()) == Fault::storage_corrupt);
    }
}

TEST_CASE("what the hub has and is damaged here is missing, so that it is fetched again") {
    const Folder folder;
    const Profile ana(folder.path);
    const RecordId photo = ana.attaches(content("photo", 1'000));
    must(ana.blobs().note_sent(ana.hash_of(photo)));
    CHECK(ana.missing().empty());
    change_byte(ana.files().front(), 500);
    CHECK(fault_of(ana.blobs().read(ana.hash_of(photo))) == Fault::storage_corrupt);
    CHECK(ana.missing() == std::vector{ana.hash_of(photo)});
    CHECK(ana.files().empty());
    CHECK(fault_of(ana.blobs().read(ana.hash_of(photo))) == Fault::not_found);
}

TEST_CASE("that a record's content isn't here is a normal state, and what names no content is none") {
    const Folder folder;
    const Profile ana(folder.path);
    const auto names = [&](const std::string& blob) {
        const RecordId id = ana.store->new_record();
        must(ana.store->write(plan, std::vector{make_edit(id, kind::attachment, "blob", blob),
                                                make_edit(id, kind::attachment, "bytes", std::int64_t{86'004})}));
        return id;
    };
    const std::string hash(64, 'a');
    const RecordId photo = names(hash);
    names("../../etc/passwd");
    names("");
    const auto missing = must(ana.blobs().missing());
    REQUIRE(missing.size() == 1);
    CHECK(to_text(missing.front().hash) == hash);
    CHECK(missing.front().bytes == 86'004);
    CHECK(fault_of(ana.blobs().read(*parse_blob(hash))) == Fault::not_found);
    CHECK(fault_of(ana.blobs().copy_to(*parse_blob(hash), folder.path / "copy")) == Fault::not_found);
    CHECK_FALSE(std::filesystem::exists(folder.path / "copy"));
    must(ana.store->remove(photo));
    CHECK(ana.missing().empty());
}

TEST_CASE("what isn't a file, or is too large, is refused before anything is copied") {
    const Folder folder;
    const Profile ana(folder.path, true, {.folder = {}, .bytes_most = 1'000, .reserve = 0});
    CHECK(fault_of(ana.blobs().put(folder.path / "nothing")) == Fault::not_found);
    CHECK(fault_of(ana.blobs().put(folder.path)) == Fault::invalid);
    CHECK(fault_of(ana.blobs().put(std::filesystem::path("/dev/zero"))) == Fault::invalid);
    std::ofstream(folder.path / "large");
    std::filesystem::resize_file(folder.path / "large", 100'000'000);
    CHECK(fault_of(ana.blobs().put(folder.path / "large")) == Fault::too_large);
    CHECK_FALSE(std::filesystem::exists(folder.path / "blobs"));
    // A stream that gives more than it said.
    std::istringstream liar(std::string(200'000, 'x'));
    CHECK(fault_of(ana.blobs().put(liar, 10)) == Fault::too_large);
    CHECK(ana.files().empty());
    CHECK(must(ana.puts(std::string(1'000, 'x'))).bytes == 1'000);
}

TEST_CASE("what was put and not kept goes with the next opening, and so does what a failed act had kept") {
    const Folder folder;
    BlobHash kept;
    {
        const Profile ana(folder.path);
        kept = ana.hash_of(ana.attaches("kept"));
        must(ana.puts("not kept"));
        const Blob undone = must(ana.puts("undone"));
        const auto failed = ana.store->transact([&]() -> Outcome {
            AYNI_TRY(ana.blobs().keep(undone, plan));
            return {Fault::invalid, "caption"};
        });
        CHECK(fault_of(failed) == Fault::invalid);
        CHECK(must(ana.blobs().unsent()).size() == 1);
        must(ana.blobs().note_sent(kept));
        CHECK(must(ana.blobs().evict(1)) == 4);  // sweeps; what was put a moment ago stays
        CHECK(must(ana.blobs().read(undone.hash)) == "undone");
        CHECK(ana.files().size() == 2);
        ana.attaches("kept");
    }
    const Profile ana(folder.path);
    CHECK(ana.files().size() == 1);
    CHECK(must(ana.blobs().read(kept)) == "kept");
    CHECK(fault_of(ana.blobs().keep({*parse_blob(std::string(64, 'a')), 1}, plan)) == Fault::not_found);
}

TEST_CASE("space is made of what was used longest ago, never of what is unsent, never of what is being read") {
    const Folder folder;
    std::map<std::string, BlobHash> photos;
    RecordId removed;
    {
        const Profile ana(folder.path);
        for (const char* name : {"read yesterday", "being read", "read today", "removed", "unsent", "never read"}) {
            const RecordId id = ana.attaches(content(name, 10'000));
            photos[name] = ana.hash_of(id);
            if (name != std::string("unsent")) {
                must(ana.blobs().note_sent(photos[name]));
            }
            removed = name == std::string("removed") ? id : removed;
        }
        CHECK(must(ana.blobs().usage()).bytes_unsent == 10'000);
        must(ana.blobs().read(photos["read yesterday"]));
    }
    const Profile ana(folder.path);
    const auto goes_next = [&] {
        std::string gone;
        CHECK(must(ana.blobs().evict(1)) == 10'000);
        for (const auto& [name, hash] : photos) {
            gone += must(ana.blobs().has(hash)) ? "" : name;
        }
        std::erase_if(photos, [&](const auto& photo) { return photo.first == gone; });
        return gone;
    };
    must(ana.store->remove(removed));
    must(ana.blobs().read(photos["read today"]));
    CHECK(must(ana.blobs().evict(0)) == 0);
    {
        const auto reading = must(ana.blobs().reading(photos["being read"]));
        CHECK(goes_next() == "removed");
        CHECK(goes_next() == "never read");
        CHECK(goes_next() == "read yesterday");
        CHECK(goes_next() == "read today");
        CHECK(must(ana.blobs().evict(1'000'000)) == 0);
    }
    CHECK(goes_next() == "being read");
    CHECK(must(ana.blobs().evict(1'000'000)) == 0);
    CHECK(must(ana.blobs().read(photos["unsent"])) == content("unsent", 10'000));
    CHECK(ana.files().size() == 1);
    CHECK(ana.missing().size() == 4);
    // Restored, it is missing like the others.
    must(ana.store->restore(removed));
    CHECK(ana.missing().size() == 5);
}

TEST_CASE("with a scope go the blobs that only its records name, at once, and nobody opens what is left of them") {
    const Folder folder;
    const Profile ana(folder.path);
    const RecordId hers = ana.attaches(content("hers", 80'000), plan);
    const std::filesystem::path file = ana.files().front();
    const auto remains = folder.path / "what a disk may keep";
    std::filesystem::create_hard_link(file, remains);
    const RecordId shared = ana.attaches(content("shared", 80'000), plan);
    ana.attaches(content("shared", 80'000), other_plan);
    // Written anew elsewhere, as when she joins: only the record says so.
    const RecordId moved = ana.attaches(content("moved", 80'000), plan);
    must(ana.store->write(other_plan, std::vector{make_edit(ana.store->new_record(), kind::attachment, "blob",
                                                            to_text(ana.hash_of(moved)))}));
    const BlobHash still_named = ana.hash_of(moved);
    const RecordId others = ana.attaches(content("others", 80'000), other_plan);
    const BlobHash gone = ana.hash_of(hers);
    const BlobHash stays = ana.hash_of(shared);
    const std::string before = text_of(file);
    must(ana.store->drop(plan));
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(ana.files().size() == 3);
    CHECK(fault_of(ana.blobs().read(gone)) == Fault::not_found);
    CHECK(must(ana.blobs().read(still_named)) == content("moved", 80'000));
    CHECK(must(ana.blobs().read(stays)) == content("shared", 80'000));
    CHECK(must(ana.blobs().read(ana.hash_of(others))) == content("others", 80'000));
    CHECK(text_of(remains).substr(0, blob_file_head) == std::string(blob_file_head, '\0'));
    // A kill between the transaction and the file: it is swept when the profile is opened again.
    std::ofstream(file, std::ios::binary) << before;
    const Profile again(folder.path);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(again.files().size() == 3);
}
