#include <algorithm>
#include <utility>

#include "sync/carry/carry.hpp"
#include "sync/carry/file.hpp"
#include "sync/carry/members.hpp"
#include "sync/joined/membership.hpp"
#include "sync/joined/sealing.hpp"
#include "sync/wire/sealed.hpp"

namespace ayni::carry {
namespace {

constexpr std::size_t part_usual = std::size_t{256} * 1024;  // of frames

// Gathers envelopes of one scope into frames, and those into parts for its devices.
class Parts {
public:
    Parts(std::vector<std::string>& all, const wire::PublicKey& hub, std::vector<wire::PublicKey> devices,
          wire::PartKind kind)
        : all_(all), hub_(hub), devices_(std::move(devices)), kind_(kind) {}

    void add(std::string envelope) {
        if (!together_.empty() && plain_ + envelope.size() > wire::frame_bytes) {
            end_frame();
        }
        plain_ += envelope.size();
        together_.push_back(std::move(envelope));
    }
    void end() {
        end_frame();
        end_part();
    }

private:
    void end_frame() {
        if (together_.empty()) {
            return;
        }
        std::string frame = wire::pack_frame(std::exchange(together_, {}));
        const std::size_t plain = std::exchange(plain_, 0);
        if (!frames_.empty() && (packed_ + frame.size() > part_usual || unpacked_ + plain > part_unpacked_usual)) {
            end_part();
        }
        packed_ += frame.size();
        unpacked_ += plain;
        frames_.push_back(std::move(frame));
    }
    void end_part() {
        const std::vector<std::string> frames = std::exchange(frames_, {});
        packed_ = unpacked_ = 0;
        const std::span<const wire::PublicKey> devices(devices_);
        for (std::size_t at = 0; !frames.empty() && at < devices.size(); at += wire::slots_most - 1) {
            const std::size_t count = std::min(devices.size() - at, wire::slots_most - 1);
            all_.push_back(wire::seal_part(kind_, frames, hub_, devices.subspan(at, count)));
        }
    }

    std::vector<std::string>& all_;
    const wire::PublicKey& hub_;
    std::vector<wire::PublicKey> devices_;
    wire::PartKind kind_;
    std::vector<std::string> together_;
    std::size_t plain_ = 0;
    std::vector<std::string> frames_;
    std::size_t packed_ = 0;
    std::size_t unpacked_ = 0;
};

struct Weight {
    std::size_t bytes = 0;
    std::size_t parts = 0;
    std::size_t slots = 0;

    void add(std::string_view part) {
        const auto look = wire::look_at_part(part);
        bytes += part.size() + 4;
        slots += look ? look->slots : 0;
        ++parts;
    }
    [[nodiscard]] bool fits() const {
        return bytes + 64 <= file_most && parts <= parts_most && slots <= slots_of_all_most;
    }
};

// While the own log is awaited, places in it may still change that no hub knows: such envelopes go nowhere.
struct Own {
    bool stays = false;
    bool leaves = false;  // something that the hub hasn't acknowledged
};

Outcome pack_scope(Store& store, const ScopeId& scope, const joined::Membership& member, const Members& members,
                   std::vector<std::string>& parts, Packed& packed, Own& own) {
    for (const Delivery delivery : {Delivery::received, Delivery::sealed}) {
        AYNI_LET(envelopes, store.envelopes(scope, delivery));
        Parts gathered(parts, member.hub_key, members.keys_of(scope),
                       delivery == Delivery::sealed ? wire::PartKind::for_the_hub : wire::PartKind::hub_has_it);
        for (Envelope& envelope : envelopes) {
            const bool unheard_of = delivery == Delivery::sealed && envelope.device == store.device();
            if (unheard_of && own.stays) {
                continue;
            }
            own.leaves = own.leaves || unheard_of;
            packed.changes += envelope.last_seq - envelope.first_seq + 1;
            gathered.add(std::move(envelope.bytes));
        }
        gathered.end();
    }
    return Done{};
}

}  // namespace

Result<Packed> pack(Store& store) {
    AYNI_LET(member, joined::membership_of(store));
    AYNI_LET(alone, joined::scopes_in(store, joined::setting::alone));
    AYNI_LET(granted, joined::scopes_in(store, joined::setting::granted));
    AYNI_TRY(joined::seal_pending(store, member.keys, alone));
    AYNI_LET(members, Members::read(store, member));
    AYNI_LET(scopes, store.scopes());
    Packed packed;
    std::vector<std::string> parts;
    Own own{store.awaits_own_log(), false};
    for (const ScopeId& scope : scopes) {
        if (!granted.contains(scope) || alone.contains(scope)) {
            continue;
        }
        const std::size_t before = parts.size();
        AYNI_TRY(pack_scope(store, scope, member, members, parts, packed, own));
        packed.scopes += parts.size() > before ? 1 : 0;
    }
    Weight weight;
    for (const std::string& part : parts) {
        weight.add(part);
    }
    if (!weight.fits()) {
        return Failure{Fault::too_large, "more than one .ayni file holds"};
    }
    AYNI_LET(carried, store.carried(false, file_most));
    for (Store::CarriedPart& part : carried) {
        Weight with_it = weight;
        with_it.add(part.bytes);
        if (with_it.fits()) {
            weight = with_it;
            parts.push_back(std::move(part.bytes));
            ++packed.carried;
        }
    }
    if (own.leaves) {
        AYNI_TRY(store.note_with_others());
    }
    packed.bytes = join_parts(parts);
    return packed;
}

std::string file_name() {
    return "ayni-" + wire::to_hex(wire::random_bytes(4)) + ".ayni";
}

}  // namespace ayni::carry
