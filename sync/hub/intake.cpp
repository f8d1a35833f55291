#include "sync/hub/intake.hpp"

#include <algorithm>
#include <span>
#include <unordered_set>
#include <utility>

#include "sync/hub/grants.hpp"
#include "sync/hub/judgement.hpp"
#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

constexpr std::int64_t quarantine_most = std::int64_t{16} << 20U;  // bytes, of one device

constexpr std::string_view forked = "forked";  // two histories under one device's name: a copied or restored phone

wire::ReceiptOf receipt_for(const wire::Contents& contents, wire::Receipt receipt, std::string_view reason = {}) {
    return {contents.scope, contents.device, contents.first_seq, contents.last_seq, receipt, std::string(reason)};
}

bool is_for_rights(KindNo kind) {
    return kind == kind::cohort || kind == kind::person || kind == kind::business || kind == kind::pairing;
}

}  // namespace

Result<std::vector<Frame>> unpack_frames(const std::vector<std::string>& frames, std::size_t most) {
    wire::FrameReader reader;
    std::vector<Frame> unpacked;
    std::size_t size = 0;
    for (const std::string& packed : frames) {
        AYNI_LET(envelopes, reader.unpack(packed));
        Frame& frame = unpacked.emplace_back();
        for (std::string& bytes : envelopes) {
            size += bytes.size();
            if (size > most) {
                return Failure{Fault::too_large, "frames of one request"};
            }
            AYNI_LET(contents, wire::open(bytes));
            frame.push_back({std::move(contents), std::move(bytes)});
        }
    }
    return unpacked;
}

std::size_t size_of(const std::vector<Frame>& frames) {
    std::size_t size = 0;
    for (const Frame& frame : frames) {
        for (const Arrived& arrived : frame) {
            size += arrived.bytes.size();
        }
    }
    return size;
}

Result<std::vector<wire::ReceiptOf>> Intake::take(const Account& account, const std::vector<Frame>& frames) {
    std::vector<wire::ReceiptOf> receipts;
    std::vector<const Arrived*> waiting;
    std::unordered_set<ScopeId> waited_for;
    for (const Frame& frame : frames) {
        const Outcome taken = transact([&]() -> Outcome {
            for (const Arrived& arrived : frame) {
                if (waited_for.contains(arrived.contents.scope)) {
                    waiting.push_back(&arrived);
                    continue;
                }
                AYNI_LET(receipt, take_one(account, arrived, Turn::first));
                if (receipt) {
                    receipts.push_back(std::move(*receipt));
                } else {
                    waiting.push_back(&arrived);
                    waited_for.insert(arrived.contents.scope);
                }
            }
            return Done{};
        });
        AYNI_TRY(taken);
    }
    if (waiting.empty()) {
        return receipts;
    }
    const Outcome rest = transact([&]() -> Outcome {
        for (const Arrived* arrived : waiting) {
            AYNI_LET(receipt, take_one(account, *arrived, Turn::last));
            receipts.push_back(std::move(*receipt));
        }
        return Done{};
    });
    AYNI_TRY(rest);
    return receipts;
}

// In the same transaction: a hub that is killed between the two would leave outside what belongs in.
Outcome Intake::transact(const std::function<Outcome()>& work) {
    return depot_.transact([&]() -> Outcome {
        const std::uint64_t before = members_.changes();
        AYNI_TRY(work());
        return members_.changes() != before ? release() : Outcome(Done{});
    });
}

Result<std::optional<wire::ReceiptOf>> Intake::take_one(const Account& bringer, const Arrived& arrived, Turn turn) {
    const wire::Contents& contents = arrived.contents;
    if (contents.device == bringer.device) {
        return take_from(bringer, arrived, turn);
    }
    AYNI_LET(author, accounts_.vouched_for(contents.device));
    if (!author) {
        if (depot_.rights().is_of_hub(contents.device) || wire::verify(arrived.bytes, pen_.key())) {
            AYNI_LET(receipt, take_own(arrived));
            return std::optional(std::move(receipt));
        }
        return std::optional(receipt_for(contents, wire::Receipt::refused, name_of(Refusal::forged_author)));
    }
    AYNI_LET(receipt, take_from(*author, arrived, turn));
    // Its author may not have it any more, and nobody else: it is kept, though it isn't what the scope has.
    if (receipt && receipt->receipt == wire::Receipt::refused && receipt->reason == forked) {
        AYNI_LET(aside, set_aside(arrived, receipt_for(contents, wire::Receipt::quarantined)));
        return std::optional(std::move(aside));
    }
    return receipt;
}

// What the hub wrote itself, come back: it is here, or it was lost when the hub was brought back from a backup. It was
// right when it was written, by what was known then.
Result<wire::ReceiptOf> Intake::take_own(const Arrived& arrived) {
    const wire::Contents& contents = arrived.contents;
    if (!wire::verify(arrived.bytes, pen_.key())) {
        return receipt_for(contents, wire::Receipt::refused, "bad_signature");
    }
    AYNI_LET(last, Chain(depot_).last(contents.scope, contents.device));
    AYNI_LET(behind, look_behind(arrived, last));
    if (behind) {
        return std::move(*behind);
    }
    if (contents.device == depot_.rights().device()) {
        return receipt_for(contents, wire::Receipt::refused, forked);  // a copy of this hub goes on elsewhere
    }
    if (auto ahead = look_ahead(arrived, last)) {
        return std::move(*ahead);
    }
    AYNI_TRY(depot_.note_own(contents.device));
    AYNI_TRY(take_in(arrived));
    members_.forget();  // a verdict may be about who is who
    return receipt_for(contents, wire::Receipt::received);
}

Result<std::optional<wire::ReceiptOf>> Intake::look_behind(const Arrived& arrived, const Chain::Link& last) {
    const wire::Contents& contents = arrived.contents;
    if (contents.last_seq > last.seq) {
        return std::optional<wire::ReceiptOf>{};
    }
    bool here = contents.last_seq == last.seq && wire::short_hash(arrived.bytes) == last.hash;
    if (!here) {
        AYNI_LET(kept, depot_.envelope(contents.scope, contents.device, contents.first_seq));
        here = kept && kept->bytes == arrived.bytes;
    }
    return std::optional(here ? receipt_for(contents, wire::Receipt::received)
                              : receipt_for(contents, wire::Receipt::refused, forked));
}

std::optional<wire::ReceiptOf> Intake::look_ahead(const Arrived& arrived, const Chain::Link& last) {
    const wire::Contents& contents = arrived.contents;
    if (contents.first_seq > last.seq + 1) {
        return receipt_for(contents, wire::Receipt::early);
    }
    if (contents.first_seq <= last.seq || contents.previous != last.hash) {
        return receipt_for(contents, wire::Receipt::refused, forked);
    }
    return std::nullopt;
}

// Into the log and, as far as rights need it, into the tables.
Outcome Intake::take_in(const Arrived& arrived) {
    const wire::Contents& contents = arrived.contents;
    const Envelope envelope{contents.scope, contents.device, contents.first_seq, contents.last_seq, arrived.bytes};
    AYNI_TRY(depot_.take_in(envelope));
    AYNI_TRY(Chain(depot_).advance(envelope));
    if (std::ranges::any_of(contents.changes, [](const Change& change) { return is_for_rights(change.kind); })) {
        members_.forget();
    }
    return Done{};
}

Result<std::optional<wire::ReceiptOf>> Intake::take_from(const Account& account, const Arrived& arrived, Turn turn) {
    using wire::Receipt;
    const wire::Contents& contents = arrived.contents;
    if (!wire::verify(arrived.bytes, account.key)) {
        return std::optional(receipt_for(contents, Receipt::refused, "bad_signature"));
    }
    Chain chain(depot_);
    AYNI_LET(last, chain.last(contents.scope, contents.device));
    AYNI_LET(behind, look_behind(arrived, last));
    if (behind) {
        return std::move(behind);
    }
    AYNI_LET(who, standing_of(account, contents));
    if (who == Who::nobody || !account.is_active()) {
        if (turn == Turn::first) {
            return std::optional<wire::ReceiptOf>{};
        }
        AYNI_LET(receipt, set_aside(arrived, receipt_for(contents, Receipt::quarantined)));
        return std::optional(std::move(receipt));
    }
    if (auto ahead = look_ahead(arrived, last)) {
        return ahead;
    }
    AYNI_LET(receipt, accept(account, arrived, who));
    return std::optional(std::move(receipt));
}

// Her standing by the roster; and that of a coordinator of the programme who founds a cohort, which the roster can't
// know before the envelope that she does it with is in.
Result<Who> Intake::standing_of(const Account& account, const wire::Contents& contents) {
    AYNI_LET(roster, members_.roster());
    const Who who = standing(*roster, account.person, contents.scope);
    if (who != Who::nobody || contents.scope.kind != ScopeKind::cohort) {
        return who;
    }
    const auto* person = roster->person(account.person);
    const RecordId cohort = contents.scope.subject;
    if (person == nullptr || person->role != "coordinator" || person->home.kind != ScopeKind::programme ||
        cohort.device != account.device) {
        return Who::nobody;
    }
    AYNI_LET(there, depot_.rights().find(cohort));
    const bool founds = std::ranges::any_of(
        contents.changes, [&](const Change& change) { return change.kind == kind::cohort && change.record == cohort; });
    return !there && founds ? Who::coordinator | Who::member : Who::nobody;
}

Result<wire::ReceiptOf> Intake::accept(const Account& account, const Arrived& arrived, Who who) {
    const wire::Contents& contents = arrived.contents;
    AYNI_LET(roster, members_.roster());
    Judgement judgement(depot_, account, contents.scope, who, is_closed(*roster, contents.scope));
    std::vector<std::pair<const Change*, Refusal>> refused;
    for (const Change& change : contents.changes) {
        AYNI_LET(refusal, judgement(change));
        if (refusal) {
            refused.emplace_back(&change, *refusal);
        }
    }
    if (judgement.is_forged()) {
        return receipt_for(contents, wire::Receipt::refused, name_of(Refusal::wrong_place));
    }
    AYNI_TRY(take_in(arrived));
    AYNI_TRY(write_verdicts(contents.scope, refused));
    return receipt_for(contents, wire::Receipt::received);
}

Outcome Intake::write_verdicts(const ScopeId& scope, const std::vector<std::pair<const Change*, Refusal>>& refused) {
    if (refused.empty()) {
        return Done{};
    }
    std::vector<Edit> edits;
    for (const auto& [change, refusal] : refused) {
        const RecordId verdict = depot_.rights().new_record();
        edits.push_back(make_edit(verdict, kind::verdict, "voids", to_text(change->dot)));
        edits.push_back(make_edit(verdict, kind::verdict, "reason", static_cast<std::int64_t>(refusal)));
        edits.push_back(make_edit(verdict, kind::verdict, "about", change->record));
    }
    return pen_.write(scope, edits);
}

Result<wire::ReceiptOf> Intake::set_aside(const Arrived& arrived, wire::ReceiptOf receipt) {
    // By its bytes: a phone and its copy may give two envelopes one name, and neither is to be lost.
    AYNI_LET(alike, depot_.ask("SELECT bytes FROM hub_quarantine WHERE scope = ?1 AND device = ?2 AND first_seq = ?3",
                               {to_text(receipt.scope), to_column(receipt.device), to_column(receipt.first_seq)}));
    if (std::ranges::any_of(alike, [&](const Row& row) { return row.text(0) == arrived.bytes; })) {
        return receipt;
    }
    AYNI_LET(size, depot_.first("SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM hub_quarantine WHERE device = ?1",
                                {to_column(receipt.device)}));
    if (size && size->integer(0) + static_cast<std::int64_t>(arrived.bytes.size()) > quarantine_most) {
        receipt.receipt = wire::Receipt::early;  // she keeps it, and offers it again when there is room
        receipt.reason = "too_large";
        return receipt;
    }
    AYNI_TRY(
        depot_.run("INSERT INTO hub_quarantine (scope, device, first_seq, last_seq, at, bytes)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                   {to_text(receipt.scope), to_column(receipt.device), to_column(receipt.first_seq),
                    to_column(receipt.last_seq), depot_.rights().clock().now_ms(), Bytes{arrived.bytes}}));
    AYNI_TRY(Grants(depot_).note_dropped(receipt.device, receipt.scope));
    return receipt;
}

Result<std::vector<Quarantined>> Intake::quarantine() {
    std::vector<Quarantined> held;
    AYNI_LET(rows, depot_.ask("SELECT scope, device, first_seq, last_seq, at, bytes FROM hub_quarantine"
                              " ORDER BY scope, device, first_seq, at, bytes",
                              {}));
    for (const Row& row : rows) {
        held.push_back(
            {scope_in(row, 0), device_in(row, 1), number_in(row, 2), number_in(row, 3), row.integer(4), row.text(5)});
    }
    return held;
}

// What comes in may give further rights, so until nothing more does.
Outcome Intake::release() {
    bool any_came = true;
    while (any_came) {
        any_came = false;
        AYNI_LET(all, quarantine());
        for (const Quarantined& held : all) {
            AYNI_LET(came, release_one(held));
            any_came = any_came || came;
        }
    }
    return Done{};
}

Result<bool> Intake::release_one(const Quarantined& held) {
    AYNI_LET(account, accounts_.vouched_for(held.device));
    auto contents = wire::open(held.bytes);
    if (!account || !account->is_active() || !contents) {
        return false;
    }
    AYNI_LET(receipt, take_one(*account, {std::move(*contents), held.bytes}, Turn::first));
    if (!receipt || receipt->receipt != wire::Receipt::received) {
        return false;
    }
    AYNI_TRY(depot_.run("DELETE FROM hub_quarantine WHERE scope = ?1 AND device = ?2 AND first_seq = ?3 AND bytes = ?4",
                        {to_text(held.scope), to_column(held.device), to_column(held.first_seq), Bytes{held.bytes}}));
    return true;
}

}  // namespace ayni::hub
