// The report as it lies in the settings of the recovered database.

#include <algorithm>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"
#include "engine/store/recovery.hpp"

namespace ayni {
namespace {

constexpr std::string_view report_setting = "recovery";

void pack_scope(Packer& out, const ScopeId& scope) {
    out.number(static_cast<std::uint64_t>(scope.kind));
    out.record(scope.subject);
}

ScopeId unpack_scope(Unpacker& in) {
    const auto kind = static_cast<ScopeKind>(in.number());
    return {kind, in.record()};
}

}  // namespace

std::string pack(const Recovery& recovery) {
    Packer out;
    out.number(recovery.was_needed ? 1 : 0);
    out.text(recovery.set_aside);
    out.number(recovery.parts.size());
    for (const Recovery::Part& part : recovery.parts) {
        pack_scope(out, part.scope);
        out.number(part.envelopes);
        out.number(part.changes);
        out.number(part.waiting);
    }
    out.number(recovery.gaps.size());
    for (const Recovery::Gap& gap : recovery.gaps) {
        pack_scope(out, gap.scope);
        out.fixed64(gap.device.value);
        out.number(gap.first_seq);
        out.number(gap.last_seq);
        out.number(gap.own ? 1 : 0);
    }
    out.number(recovery.out_of_place);
    out.number(recovery.end_unknown ? 1 : 0);
    out.whole(recovery.known_until);
    out.number(recovery.awaits_own_log ? 1 : 0);
    out.number(recovery.keys_lost ? 1 : 0);
    out.fixed64(recovery.number);
    return std::move(out).bytes();
}

Result<Recovery> unpack_recovery(std::string_view bytes) {
    Unpacker in(bytes);
    Recovery recovery;
    recovery.was_needed = in.number() != 0;
    recovery.set_aside = in.text();
    for (std::uint64_t left = in.number(); left > 0 && in.ok(); --left) {
        Recovery::Part part;
        part.scope = unpack_scope(in);
        part.envelopes = in.number();
        part.changes = in.number();
        part.waiting = in.number();
        recovery.parts.push_back(part);
    }
    for (std::uint64_t left = in.number(); left > 0 && in.ok(); --left) {
        Recovery::Gap gap;
        gap.scope = unpack_scope(in);
        gap.device = DeviceId{in.fixed64()};
        gap.first_seq = in.number();
        gap.last_seq = in.number();
        gap.own = in.number() != 0;
        recovery.gaps.push_back(gap);
    }
    recovery.out_of_place = in.number();
    recovery.end_unknown = in.number() != 0;
    recovery.known_until = in.whole();
    recovery.awaits_own_log = in.number() != 0;
    recovery.keys_lost = in.number() != 0;
    recovery.number = in.at_end() ? 0 : in.fixed64();
    return in.ok() ? Result<Recovery>(std::move(recovery)) : Result<Recovery>(Fault::malformed, "report");
}

Result<std::optional<Recovery>> last_recovery(const Store& store) {
    AYNI_LET(kept, store.setting(report_setting));
    if (kept.empty()) {
        return std::optional<Recovery>{};
    }
    AYNI_LET(recovery, unpack_recovery(kept));
    return std::optional(std::move(recovery));
}

// What came back is not missing any more; what the hub hasn't got either is.
Outcome Store::Inside::close_report(const std::map<ScopeId, std::uint64_t>& own) {
    AYNI_LET(kept, get_setting(*database, report_setting));
    auto report = unpack_recovery(kept);
    if (kept.empty() || !report) {
        return Done{};
    }
    std::vector<Recovery::Gap> left;
    for (Recovery::Gap gap : report->gaps) {
        std::uint64_t back = 0;
        if (gap.device == device) {
            const auto found = own.find(gap.scope);
            back = found != own.end() ? found->second : 0;
        } else {
            AYNI_LET(replica, replicas.number_of(gap.device));
            AYNI_LET(known, reach(known_scope(gap.scope), replica));
            back = known.seq;
        }
        gap.first_seq = std::max(gap.first_seq, back + 1);
        if (gap.first_seq <= gap.last_seq) {
            left.push_back(gap);
        }
    }
    report->gaps = std::move(left);
    report->awaits_own_log = false;
    return put_setting(*database, report_setting, pack(*report));
}

}  // namespace ayni
