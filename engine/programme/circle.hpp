#pragma once
// The circle: people, asks and offers, pairs.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/programme/deed.hpp"
#include "engine/programme/faces.hpp"
#include "engine/programme/phase.hpp"

namespace ayni::programme {

struct Card {
    RecordId id;
    std::string name;
    std::string role;
    std::string place;
    std::vector<std::string> businesses;
    std::vector<std::pair<std::string, std::string>> languages;  // code, level
    std::string about;
    bool is_me = false;
    bool is_mine = false;  // of her own pair
};

struct Post {
    RecordId id;
    std::string author;
    std::string kind;
    std::string topic;
    std::string text;
    std::int64_t at = 0;  // UTC ms
    std::size_t me_too = 0;
    bool i_said_me_too = false;
    bool is_mine = false;
    bool answered = false;
    Safety safety = Safety::here;
};

struct Circle {
    RecordId cohort;  // none: begun alone
    std::string name;
    std::optional<PhaseNow> phase;
    std::vector<Card> people;  // herself first, then her pairs, then by name
    std::vector<Post> posts;   // the newest first
    std::vector<Face> pairs;
    bool can_post = false;
};
Result<Circle> circle(Store& store, std::int64_t today);

/// invalid: an empty text. not_allowed.
Result<Deed> post(Store& store, const std::string& kind, const std::string& topic, const std::string& text);
/// Says it, or takes it back.
Result<Deed> me_too(Store& store, RecordId post);

}  // namespace ayni::programme
