#pragma once
// A phone whose profile lies in a file, that can be taken out, damaged, put back and recovered.

#include <set>
#include <string>

#include "sync/client/recovery.hpp"
#include "tests/engine/damage.hpp"
#include "tests/sync/hub_village.hpp"

namespace ayni::hub_test {

using Titles = std::multiset<std::string>;

class LastingPhone {
public:
    LastingPhone(Village& village, RecordId person) : village_(village), person_(person) {
        opens();
        joins();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder.path / "profile.db"; }
    [[nodiscard]] Store::Settings settings() const { return {.decode = wire::decode, .clock = &village_.clock}; }
    void opens() { phone.store = must(Store::open(file(), settings())); }
    void joins() {
        phone.join(village_.invites(person_));
        phone.sync();
    }
    /// As it would lie on a card that is taken out now.
    std::string closes() {
        must(phone.store->database().checkpoint());
        phone.store.reset();
        return test::bytes_of(file());
    }
    void is_put_back(const std::string& bytes) {
        closes();
        test::put_bytes(file(), bytes);
        opens();
    }
    Recovery recovers() {
        const Recovery report = must(client::recover(file(), settings()));
        opens();
        return report;
    }
    /// Sealed in an envelope that hasn't gone anywhere.
    void seals() { must(client::Exchange(*phone.store).next()); }
    RecordId writes(const std::string& title, const char* status = "open") {
        village_.clock.now += 1000;
        return phone.makes(village_.bakery_plan, kind::goal, {{"title", title}, {"status", Stage{status, {}}}});
    }
    RecordId notes(const std::string& text) {
        village_.clock.now += 1000;
        return phone.makes(village_.bakery_talk, kind::session_note, {{"text", text}});
    }
    void is_sound() {
        const auto lines = must(phone.store->check());
        INFO((lines.empty() ? std::string() : lines.front()));
        CHECK(lines.empty());
    }
    [[nodiscard]] Titles titles() const {
        Titles all;
        for (const Record& goal : must(phone.store->list(kind::goal))) {
            all.insert(goal.text("title"));
        }
        return all;
    }

    Folder folder;
    Phone phone{village_.clock};

private:
    Village& village_;
    RecordId person_;
};

inline void blank_page_at(std::string& bytes, std::size_t at) {
    bytes.replace(at / test::page_size * test::page_size, test::page_size, test::page_size, '\0');
}

/// The page with these bytes on it, of which there must be one.
inline void blank_page_with(std::string& bytes, const std::string& what) {
    const std::size_t at = bytes.find(what);
    REQUIRE(at != std::string::npos);
    blank_page_at(bytes, at);
}

/// All of them.
inline std::size_t blank_pages_with(std::string& bytes, const std::string& what) {
    std::size_t pages = 0;
    for (std::size_t at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at), ++pages) {
        blank_page_at(bytes, at);
    }
    return pages;
}

/// A page of nothing else than this letter, as a long text has them, in the log and in the tables.
inline std::string page_full_of(char letter) {
    return std::string(test::page_size - 4, letter);
}

}  // namespace ayni::hub_test
