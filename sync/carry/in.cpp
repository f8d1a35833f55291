#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "sync/carry/carry.hpp"
#include "sync/carry/file.hpp"
#include "sync/carry/members.hpp"
#include "sync/joined/gate.hpp"
#include "sync/wire/sealed.hpp"

namespace ayni::carry {
namespace {

constexpr std::size_t unpacked_most = std::size_t{128} * 1024 * 1024;  // of one file

// An envelope, and what it says of itself; whether that can be believed is the gate's to say.
struct Arrived {
    std::string bytes;
    wire::PartKind kind = wire::PartKind::hub_has_it;
    ScopeId scope;
    DeviceId device;
    std::uint64_t first_seq = 0;
    std::uint64_t last_seq = 0;
    [[nodiscard]] auto place() const { return std::tie(scope, device, first_seq); }
};

// Looks through a file as far as that goes without believing anything. A courier passes on parts that she can't read:
// whatever one of them holds, it is not to hinder the others.
class Opening {
public:
    explicit Opening(const wire::KeyPair& keys) : keys_(keys) {}

    void look_into(std::string_view part) {
        const auto look = wire::look_at_part(part);
        if (!look) {
            leave("part", look.fault());
            return;
        }
        auto frames = wire::open_part(part, keys_, wire::Slots::others);
        if (!frames) {
            leave("part", frames.fault());
        } else if (!*frames) {
            for_others.push_back(
                {wire::short_hash(part), look->kind == wire::PartKind::for_the_hub, std::string(part)});
        } else {
            unpack(**frames, look->kind);
        }
    }

    std::vector<Arrived> envelopes;
    std::vector<Store::CarriedPart> for_others;
    std::vector<PassedOver> passed_over;

private:
    void leave(std::string id, Fault fault) {
        passed_over.push_back({std::move(id), std::string(joined::word_for(fault))});
    }

    // All of the part's envelopes that can be read, or none if together they are more than any part of ours holds.
    void unpack(const std::vector<std::string>& frames, wire::PartKind kind) {
        const std::size_t before = envelopes.size();
        const std::size_t passed_before = passed_over.size();
        std::size_t size = 0;
        for (const std::string& frame : frames) {
            auto unpacked = wire::unpack_frame(frame);
            if (!unpacked) {
                leave("frame", unpacked.fault());
                continue;
            }
            for (std::string& bytes : *unpacked) {
                size += bytes.size();
                take(std::move(bytes), kind);
            }
            if (size > part_unpacked_most || size_ + size > unpacked_most) {
                envelopes.resize(before);
                passed_over.resize(passed_before);
                leave("part", Fault::too_large);
                return;
            }
        }
        size_ += size;
    }

    void take(std::string bytes, wire::PartKind kind) {
        const auto contents = wire::open(bytes);
        if (!contents) {
            leave("envelope", contents.fault());
            return;
        }
        envelopes.push_back(
            {std::move(bytes), kind, contents->scope, contents->device, contents->first_seq, contents->last_seq});
    }

    const wire::KeyPair& keys_;
    std::size_t size_ = 0;
};

// Takes envelopes in, those of each device in the order in which it wrote them. What can't be believed yet is tried
// again once something came that says who is who: that may stand in the same file.
class Intake {
public:
    Intake(Store& store, const joined::Membership& member, std::set<ScopeId> granted)
        : store_(store), member_(member), gate_(store, member), granted_(std::move(granted)) {}

    Outcome take(std::vector<Arrived> envelopes, Taken& taken) {
        std::ranges::stable_sort(envelopes, [](const Arrived& a, const Arrived& b) { return a.place() < b.place(); });
        bool again = true;
        while (again && !envelopes.empty()) {
            again = false;
            left_.clear();
            keyless_.clear();
            AYNI_LET(members, Members::read(store_, member_));
            std::vector<Arrived> rest;
            for (Arrived& arrived : envelopes) {
                const std::size_t before = left_.size();
                AYNI_LET(tells_who_is_who, take_one(members, arrived, taken));
                again = again || tells_who_is_who;
                if (left_.size() > before) {
                    rest.push_back(std::move(arrived));
                }
            }
            envelopes = std::move(rest);
        }
        taken.passed_over.insert(taken.passed_over.end(), left_.begin(), left_.end());
        return Done{};
    }

private:
    void leave(std::string id, std::string_view reason) { left_.push_back({std::move(id), std::string(reason)}); }

    // True: it came, and others may be believed now that weren't before.
    Result<bool> take_one(const Members& members, const Arrived& arrived, Taken& taken) {
        AYNI_LET(here, is_here(arrived));
        if (here) {
            ++taken.repeated;
            return false;
        }
        AYNI_LET(looked, look_at(arrived));
        if (!looked.contents) {
            leave(std::move(looked.id), looked.reason);
            return false;
        }
        const wire::Contents& contents = *looked.contents;
        AYNI_LET(objection, members.objection_to(store_, contents));
        if (objection) {
            leave(std::move(looked.id), name_of(*objection));
            return false;
        }
        const bool waits = arrived.kind == wire::PartKind::for_the_hub;
        const Envelope envelope{contents.scope, contents.device, contents.first_seq, contents.last_seq, arrived.bytes};
        const auto received =
            store_.receive(std::span(&envelope, 1), {}, waits ? Arrival::for_the_hub : Arrival::by_file);
        if (!received && received.fault() != Fault::malformed) {
            return received.error();
        }
        if (!received || received->envelopes + received->repeated == 0) {
            leave(std::move(looked.id), received ? "early" : "malformed");
            return false;
        }
        taken.changes += received->changes;
        taken.repeated += received->repeated;
        return received->envelopes > 0 &&
               std::ranges::any_of(contents.changes, [](const Change& change) { return is_for_rights(change.kind); });
    }

    // Whose key isn't known is looked for once, however much there is of hers.
    Result<joined::Looked> look_at(const Arrived& arrived) {
        if (const auto found = keyless_.find(arrived.device); found != keyless_.end()) {
            joined::Looked looked;
            looked.id = joined::name_of_envelope(arrived.scope, arrived.device, arrived.first_seq);
            looked.reason = found->second;
            return looked;
        }
        AYNI_LET(looked, gate_.look_at(arrived.bytes, granted_));
        if (looked.lacks_key_of) {
            keyless_.emplace(*looked.lacks_key_of, looked.reason);
        }
        return looked;
    }

    Result<bool> is_here(const Arrived& arrived) {
        AYNI_LET(known, store_.known(arrived.scope));
        return std::ranges::any_of(
            known, [&](const Reach& reach) { return reach.device == arrived.device && reach.seq >= arrived.last_seq; });
    }

    Store& store_;
    const joined::Membership& member_;
    joined::Gate gate_;
    std::set<ScopeId> granted_;
    std::map<DeviceId, std::string_view> keyless_;
    std::vector<PassedOver> left_;
};

}  // namespace

Result<Taken> take_in(Store& store, std::string_view file) {
    AYNI_LET(member, joined::membership_of(store));
    AYNI_LET(granted, joined::scopes_in(store, joined::setting::granted));
    AYNI_LET(parts, split_parts(file));
    Opening opened(member.keys);
    for (const std::string_view part : parts) {
        opened.look_into(part);
    }
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
