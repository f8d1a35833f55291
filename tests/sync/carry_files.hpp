#pragma once
// Files between phones, and what a test looks for in them.

#include <string>
#include <utility>
#include <vector>

#include "sync/carry/carry.hpp"
#include "sync/carry/file.hpp"
#include "sync/hub/desk.hpp"
#include "sync/hub/pen.hpp"
#include "sync/wire/sealed.hpp"
#include "tests/sync/hub_village.hpp"

namespace ayni::carry_test {

using hub_test::must;
using hub_test::Phone;

inline std::string file_of(Phone& phone) {
    return must(carry::pack(*phone.store)).bytes;
}
inline carry::Taken takes(Phone& phone, const std::string& file) {
    return must(carry::take_in(*phone.store, file));
}
inline carry::Taken gives(Phone& from, Phone& to) {
    return takes(to, file_of(from));
}

/// All that could differ after something that must have changed nothing.
inline std::string state_of(Phone& phone) {
    std::string state = std::to_string(must(phone.store->log_end()));
    for (const ScopeId& scope : must(phone.store->scopes())) {
        for (const Reach& reach : must(phone.store->known(scope))) {
            state += ' ' + to_text(scope) + '/' + to_text(reach.device) + '=' + std::to_string(reach.seq);
        }
    }
    return state + " carries " + std::to_string(must(phone.store->carried(false, SIZE_MAX)).size());
}

/// Tables and log agree.
inline void is_clean(Phone& phone) {
    for (const std::string& line : must(phone.store->check())) {
        UNSCOPED_INFO(line);
        CHECK(line.empty());
    }
}

/// A mentor and her entrepreneur; each knows the other's device.
struct Pair {
    hub_test::Village village;
    std::unique_ptr<Phone> rosa = village.phone_of(village.rosa);
    std::unique_ptr<Phone> maude = village.phone_of(village.maude);
    Pair() {
        rosa->sync();
        maude->sync();
    }
    /// Everybody meets the hub twice: then nothing waits, and all agree.
    void all_are_sound() {
        for (Phone* phone : {rosa.get(), maude.get(), &village.odile}) {
            phone->sync();
        }
        for (Phone* phone : {rosa.get(), maude.get(), &village.odile}) {
            phone->sync();
            is_clean(*phone);
            CHECK(must(phone->store->waiting()) == 0);
        }
        village.is_sound();
    }
};

/// The reasons of what was passed over, each once.
inline std::set<std::string> reasons(const carry::Taken& taken) {
    std::set<std::string> all;
    for (const carry::PassedOver& one : taken.passed_over) {
        all.insert(one.reason);
    }
    return all;
}

inline wire::KeyPair keys_of(Phone& phone) {
    wire::KeyPair keys;
    keys.secret = must(wire::parse_secret_key(must(phone.store->setting("secret_key"))));
    std::copy_n(keys.secret.bytes.begin() + 32, keys.open.bytes.size(), keys.open.bytes.begin());
    return keys;
}
inline wire::PublicKey hub_key_of(Phone& phone) {
    return must(wire::parse_public_key(must(phone.store->setting("hub_key"))));
}

/// The hub says that this phone is lost: to itself, and to all in its Device record.
inline void loses(hub_test::Village& village, const Phone& phone) {
    village.closed();
    village.server.reset();
    village.hub.reset();
    {
        const auto depot = village.another_depot();
        const auto identity = must(hub::identity_of(*depot));
        hub::Pen pen(*depot, identity.keys);
        for (const Record& device : must(depot->rights().list(kind::device))) {
            if (device.text("device") == to_text(phone.store->device())) {
                must(pen.write(device.scope, std::vector{make_edit(device.id, kind::device, "state", "lost")}));
            }
        }
        must(depot->run("UPDATE hub_account SET state = 'lost' WHERE device = ?1",
                        {static_cast<std::int64_t>(phone.store->device().value)}));
    }
    village.reopen();
}

/// A file that nobody honest made: these envelopes, sealed to this phone.
inline std::string file_for(Phone& phone, const std::vector<std::string>& envelopes) {
    const wire::PublicKey key = keys_of(phone).open;
    return carry::join_parts({wire::seal_part(wire::PartKind::for_the_hub, {wire::pack_frame(envelopes)},
                                              hub_key_of(phone), std::span(&key, 1))});
}

/// The envelope that would come next from this device in this scope, with one title, signed with these keys.
inline std::string next_envelope(Phone& author, const ScopeId& scope, const std::string& title,
                                 const wire::SecretKey& secret) {
    wire::Contents contents;
    contents.scope = scope;
    contents.device = author.store->device();
    const auto last = must(author.store->last_sealed(scope));
    contents.first_seq = contents.last_seq = last ? last->last_seq + 1 : 1;
    contents.schema = schema_version;
    contents.previous = last ? wire::short_hash(last->bytes) : std::string();
    Change change;
    change.dot = {contents.device, contents.first_seq};
    change.record = author.store->new_record();
    change.kind = kind::goal;
    change.field = find_kind(kind::goal)->field("title")->number;
    change.value = title;
    change.stamp = Stamp::at(author.store->clock().now_ms());
    contents.changes.push_back(change);
    return wire::seal(contents, secret);
}

}  // namespace ayni::carry_test
