#include <algorithm>
#include <set>
#include <utility>

#include "sync/carry/carry.hpp"
#include "sync/carry/file.hpp"
#include "sync/carry/members.hpp"
#include "sync/joined/gate.hpp"
#include "sync/wire/sealed.hpp"

namespace ayni::carry {
namespace {

constexpr std::size_t unpacked_most = std::size_t{128} * 1024 * 1024;  // of one file

struct Arrived {
    std::string bytes;
    wire::PartKind kind;
};

// What a file holds, as far as it can be told without looking into any envelope.
struct Opened {
    std::vector<Arrived> envelopes;
    std::vector<Store::CarriedPart> for_others;
    std::vector<PassedOver> passed_over;
};

Result<Opened> open_file(std::string_view file, const wire::KeyPair& keys) {
    AYNI_LET(parts, split_parts(file));
    Opened opened;
    std::size_t size = 0;
    for (const std::string_view part : parts) {
        AYNI_LET(look, wire::look_at_part(part));
        AYNI_LET(frames, wire::open_part(part, keys, wire::Slots::others));
        if (!frames) {
            opened.for_others.push_back(
                {wire::short_hash(part), look.kind == wire::PartKind::for_the_hub, std::string(part)});
            continue;
        }
        for (const std::string& frame : *frames) {
            auto envelopes = wire::unpack_frame(frame);
            if (!envelopes) {
                opened.passed_over.push_back({"frame", std::string(joined::word_for(envelopes.fault()))});
                continue;
            }
            for (std::string& bytes : *envelopes) {
                size += bytes.size();
                opened.envelopes.push_back({std::move(bytes), look.kind});
            }
            if (size > unpacked_most) {
                return Failure{Fault::too_large, "an .ayni file unpacks to more than 128 MiB"};
            }
        }
    }
    return opened;
}

// Takes envelopes in, one after the other. What can't be taken yet is tried again once others are in: whose key is
// whose, and who may read what, may stand in the same file.
class Intake {
public:
    Intake(Store& store, const joined::Membership& member, std::set<ScopeId> granted)
        : store_(store), member_(member), gate_(store, member), granted_(std::move(granted)) {}

    Outcome take(std::vector<Arrived> envelopes, Taken& taken) {
        bool any_came = true;
        while (any_came && !envelopes.empty()) {
            any_came = false;
            left_.clear();
            AYNI_LET(members, Members::read(store_, member_));
            std::vector<Arrived> rest;
            for (Arrived& arrived : envelopes) {
                const std::size_t before = left_.size();
                AYNI_TRY(take_one(members, arrived, taken));
                if (left_.size() > before) {
                    rest.push_back(std::move(arrived));
                } else {
                    any_came = true;
                }
            }
            envelopes = std::move(rest);
        }
        taken.passed_over.insert(taken.passed_over.end(), left_.begin(), left_.end());
        return Done{};
    }

private:
    void leave(std::string id, std::string_view reason) { left_.push_back({std::move(id), std::string(reason)}); }

    Outcome take_one(const Members& members, const Arrived& arrived, Taken& taken) {
        AYNI_LET(looked, gate_.look_at(arrived.bytes, granted_));
        if (!looked.contents) {
            leave(std::move(looked.id), looked.reason);
            return Done{};
        }
        const wire::Contents& contents = *looked.contents;
        AYNI_LET(here, is_here(contents));
        if (here) {
            ++taken.repeated;
            return Done{};
        }
        AYNI_LET(objection, members.objection_to(store_, contents));
        if (objection) {
            leave(std::move(looked.id), name_of(*objection));
            return Done{};
        }
        // The hub has what it wrote itself.
        const bool waits = arrived.kind == wire::PartKind::for_the_hub && contents.device != member_.hub_device;
        const Envelope envelope{contents.scope, contents.device, contents.first_seq, contents.last_seq, arrived.bytes};
        const auto received =
            store_.receive(std::span(&envelope, 1), {}, waits ? Arrival::for_the_hub : Arrival::by_file);
        if (!received && received.fault() != Fault::malformed) {
            return received.error();
        }
        if (!received || received->envelopes == 0) {
            leave(std::move(looked.id), received ? "early" : "malformed");
            return Done{};
        }
        taken.changes += received->changes;
        return Done{};
    }

    Result<bool> is_here(const wire::Contents& contents) {
        AYNI_LET(known, store_.known(contents.scope));
        return std::ranges::any_of(known, [&](const Reach& reach) {
            return reach.device == contents.device && reach.seq >= contents.last_seq;
        });
    }

    Store& store_;
    const joined::Membership& member_;
    joined::Gate gate_;
    std::set<ScopeId> granted_;
    std::vector<PassedOver> left_;
};

}  // namespace

Result<Taken> take_in(Store& store, std::string_view file) {
    AYNI_LET(member, joined::membership_of(store));
    AYNI_LET(granted, joined::scopes_in(store, joined::setting::granted));
    AYNI_LET(opened, open_file(file, member.keys));
    Taken taken;
    taken.passed_over = std::move(opened.passed_over);
    AYNI_TRY(store.transact([&]() -> Outcome {
        for (const Store::CarriedPart& part : opened.for_others) {
            AYNI_LET(is_new, store.keep_carried(part));
            taken.kept += is_new ? 1 : 0;
        }
        return Intake(store, member, granted).take(std::move(opened.envelopes), taken);
    }));
    return taken;
}

}  // namespace ayni::carry
