// The exchange: what a device hands in is taken, and it is told what it lacks. Those that come while the disk is busy
// with others' are served together, in one transaction with a savepoint for each (the "group commit" of DeWitt et al.,
// "Implementation Techniques for Main Memory Database Systems", 1984): nobody waits on purpose, but whoever is there
// when the disk is free goes along.

#include <algorithm>

#include "sync/hub/desk.hpp"
#include "sync/hub/outflow.hpp"
#include "sync/wire/sealed.hpp"

namespace ayni::hub {
namespace {

constexpr std::uint32_t budget_usual = 256U * 1024;
constexpr std::uint32_t budget_most = 4U * 1024 * 1024;
constexpr std::int64_t contact_ms = 10LL * 60 * 1000;            // how exactly "last seen" is kept
constexpr std::size_t answer_keys_most = 20'000;                 // some 100 bytes each
constexpr std::size_t together_most = std::size_t{1024} * 1024;  // bytes unpacked, after which a group is full

// What is missing before it may still come, and so may its author's account, if this hub was put back from a backup.
bool may_be_taken_later(const wire::ReceiptOf& receipt) {
    return receipt.receipt == wire::Receipt::early ||
           (receipt.receipt == wire::Receipt::refused && receipt.reason == name_of(Refusal::forged_author));
}

wire::ReceiptOf postponed(const wire::Contents& contents) {
    return {contents.scope, contents.device, contents.first_seq, contents.last_seq, wire::Receipt::early, {}};
}

// The same again, piece by piece, could go better: it isn't that she may not, or that nobody can.
bool is_worth_another_try(Fault fault) {
    return fault != Fault::token_refused && fault != Fault::storage_busy && fault != Fault::unsettled &&
           fault != Fault::unreachable;
}

}  // namespace

Reply Hub::exchange(std::string_view body, std::string_view token) {
    const Asked asked{body, token};
    return exchange(std::span(&asked, 1)).front();
}

std::vector<Reply> Hub::exchange(std::span<const Asked> asked) {
    return desk_->exchange(asked);
}

std::vector<Reply> Desk::exchange(std::span<const Hub::Asked> asked) {
    std::vector<Reply> replies;
    while (replies.size() < asked.size()) {
        std::vector<Call> calls;
        std::size_t unpacked = 0;
        for (const Hub::Asked& one : asked.subspan(replies.size())) {
            calls.push_back(hear(one));
            unpacked += size_of(calls.back().frames);
            if (unpacked >= together_most) {
                break;
            }
        }
        take_all(calls);
        for (Call& call : calls) {
            replies.push_back(call.refused ? std::move(*call.refused) : answer(call));
        }
    }
    return replies;
}

Desk::Call Desk::hear(const Hub::Asked& asked) {
    Call call;
    call.body = asked.body;
    auto account = active_account(asked.token);
    auto request = wire::decode_exchange_request(asked.body);
    if (!request) {
        call.refused = refuse({}, request.fault());
        return call;
    }
    call.request = std::move(*request);
    if (!account) {
        call.refused = refuse(call.request.nonce, account.fault());
        return call;
    }
    call.account = std::move(*account);
    if (const Outcome done = read(call); !done) {
        call.refused = refuse(call.request.nonce, done.fault(), 0, call.account.device);
    }
    return call;
}

Outcome Desk::read(Call& call) {
    if (call.request.protocol != wire::protocol_version) {
        return Failure{Fault::made_by_newer_app, "protocol"};
    }
    if (call.request.nonce.size() > nonce_most) {
        return Failure{Fault::malformed, "nonce"};
    }
    AYNI_LET(frames, unpack_frames(call.request.frames));
    call.frames = std::move(frames);
    // A cursor of another epoch, or one that this hub didn't make, is none: from the beginning.
    AYNI_LET(end, depot->log_end());
    const auto brought = parse_cursor(call.request.cursor);
    const auto epoch = static_cast<std::uint32_t>(identity.epoch);
    call.is_known = brought && brought->epoch == epoch && brought->held.number <= end;
    call.is_of_another = brought && brought->epoch != epoch;
    call.cursor = call.is_known ? *brought : Cursor{epoch, {end, 0, 0, 0}, 0, 0};
    return Done{};
}

// Each in one transaction, all of which wait for the disk once. Where one fails, each part of it in its own: then what
// can't be kept holds up no more than it must.
void Desk::take_all(std::span<Call> calls) {
    std::vector<Call*> open;
    std::vector<std::function<Outcome()>> works;
    for (Call& call : calls) {
        if (!call.refused) {
            open.push_back(&call);
            works.emplace_back([this, &call] {
                Outcome taken = take(call);
                if (!taken) {
                    members.forget();  // what is rolled back may have been read
                }
                return taken;
            });
        }
    }
    const std::vector<Outcome> outcomes = depot->transact_each(works);
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (outcomes[i]) {
            continue;
        }
        members.forget();
        const Outcome alone = is_worth_another_try(outcomes[i].fault()) ? take(*open[i]) : outcomes[i];
        if (!alone) {
            members.forget();
            open[i]->refused = refuse(open[i]->request.nonce, alone.fault(), 0, open[i]->account.device);
        }
    }
}

Outcome Desk::take(Call& call) {
    call.taken = {};
    if (call.is_of_another) {
        // What was written over things that this hub has lost would be judged wrongly. First those come back.
        for (const Frame& frame : call.frames) {
            for (const Arrived& arrived : frame) {
                call.taken.receipts.push_back(postponed(arrived.contents));
            }
        }
    } else {
        AYNI_LET(receipts, intake.take(call.account, call.frames));
        AYNI_LET(done, take_parts(call.account, call.request.parts, size_of(call.frames)));
        call.taken.receipts = std::move(receipts);
        call.taken.done = std::move(done);
    }
    AYNI_LET(visit, receive_visit(call));
    call.taken.visit = std::move(visit);
    return Done{};
}

Reply Desk::answer(Call& call) {
    const auto answer = answer_to(call);
    if (!answer) {
        members.forget();
        return refuse(call.request.nonce, answer.fault(), 0, call.account.device);
    }
    return sealed_reply(wire::encode(*answer), call.body, call.request.nonce, call.account);
}

Reply Desk::sealed_reply(std::string_view message, std::string_view request, const std::string& nonce,
                         const Account& account) {
    const auto key = answer_key_of(account);
    return key ? Reply{200, wire::seal_answer(message, request, *key), to_text(account.device).substr(0, 8)}
               : refuse(nonce, Fault::storage_corrupt, 0, account.device);
}

// Reckoned once for each device: it takes longer than all the rest of an answer.
std::optional<wire::AnswerKey> Desk::answer_key_of(const Account& account) {
    const auto known = answer_keys.find(account.device);
    if (known != answer_keys.end() && known->second.first == account.key) {
        return known->second.second;
    }
    const auto key = wire::answer_key(identity.keys.secret, account.key);
    if (key) {
        if (answer_keys.size() >= answer_keys_most) {
            answer_keys.clear();
        }
        answer_keys.insert_or_assign(account.device, std::pair(account.key, *key));
    }
    return key;
}

Result<wire::ExchangeAnswer> Desk::answer_to(Call& call) {
    auto& [receipts, done, visit] = call.taken;
    const Cursor& cursor = call.cursor;
    wire::ExchangeAnswer answer;
    const auto others = std::ranges::stable_partition(
        receipts, [](const wire::ReceiptOf& one) { return one.receipt != wire::Receipt::received; });
    answer.received = static_cast<std::uint32_t>(others.size());
    receipts.erase(others.begin(), others.end());
    answer.receipts = std::move(receipts);
    answer.parts_done = std::move(done);
    const std::size_t budget = call.request.budget == 0 ? budget_usual : std::min(call.request.budget, budget_most);
    AYNI_LET(page, fill_page(*depot, call.account.device, cursor, visit.granted, budget, visit.end));
    // What is seen is of use once what it is about is there: not before the last page, and then all of it.
    std::uint64_t seen_told = 0;
    if (!page.more) {
        AYNI_LET(reaches, seen.since(call.account.device, cursor.seen, cursor.held.granted));
        answer.seen = std::move(reaches);
        seen_told = visit.seen;
    }
    answer.epoch = call.is_known ? 0 : identity.epoch;
    answer.held = std::move(visit.held);
    answer.hub_time = now();
    answer.scopes_changed = cursor.told != visit.revision || !call.is_known;
    if (answer.scopes_changed) {
        answer.scopes = std::move(visit.readable);
    }
    answer.frames = std::move(page.frames);
    answer.more = page.more;
    answer.cursor = to_bytes({cursor.epoch, page.held, visit.revision, seen_told});
    return answer;
}

// What she carries for others. She is told of a part only that the hub is done with it: it has all that is in it, or
// nobody could ever take it. Whatever this hub can't take yet, or another one could, stays with her.
Result<std::vector<std::string>> Desk::take_parts(const Account& account, const std::vector<std::string>& parts,
                                                  std::size_t unpacked) {
    std::vector<std::string> done;
    for (const std::string& part : parts) {
        const auto frames = wire::open_part(part, identity.keys, wire::Slots::first);
        if (frames && !*frames) {
            continue;  // another hub's
        }
        auto envelopes =
            frames ? unpack_frames(**frames, unpacked_most - unpacked) : Result<std::vector<Frame>>(frames.error());
        if (!envelopes && envelopes.fault() == Fault::too_large && unpacked > 0) {
            break;  // there is no room for it in this request
        }
        bool waits = !envelopes && envelopes.fault() == Fault::made_by_newer_app;
        if (envelopes) {
            unpacked += size_of(*envelopes);
            AYNI_LET(receipts, intake.take(account, *envelopes));
            waits = std::ranges::any_of(receipts, may_be_taken_later);
        }
        if (!waits) {
            done.push_back(wire::short_hash(part));
        }
    }
    return done;
}

// In one transaction: what another hub changes meanwhile waits for her next visit, and what it changed before counts.
Result<Desk::Visit> Desk::receive_visit(const Call& call) {
    const Account& account = call.account;
    const Held held = call.is_known ? call.cursor.held : Held{};
    // Not one that has just joined: it has nothing that the hub could lack.
    const bool is_told = !call.is_known && (!call.request.cursor.empty() || account.last_seen != 0);
    Visit visit;
    AYNI_TRY(depot->transact([&]() -> Outcome {
        AYNI_LET(now_known, accounts.by_device(account.device));
        if (!now_known || !now_known->is_active()) {
            return Failure{Fault::token_refused, {}};
        }
        AYNI_LET(before, grants.of(account.device));
        AYNI_TRY(note_visit(*now_known, held, before));
        AYNI_LET(readable, members.readable(account.person));
        visit.readable = *readable;
        AYNI_LET(risen, grants.refresh(account.device, now_known->revision, before, visit.readable));
        visit.granted = std::move(before);
        if (risen != now_known->revision) {
            AYNI_LET(granted, grants.of(account.device));
            visit.granted = std::move(granted);
        }
        AYNI_LET(seen_until, seen.revision());
        AYNI_LET(end, depot->log_end());
        visit.revision = risen;
        visit.seen = seen_until;
        visit.end = end;
        visit.held.clear();
        for (const ScopeId& scope : is_told ? visit.readable : std::vector<ScopeId>{}) {
            AYNI_LET(reaches, Chain(*depot).all(scope));
            visit.held.insert(visit.held.end(), reaches.begin(), reaches.end());
        }
        return Done{};
    }));
    return visit;
}

// What she brings back says what she holds, by the grants that she had when she was told.
Outcome Desk::note_visit(const Account& account, const Held& held, std::span<const Grant> granted) {
    if (held == account.held) {
        return now() - account.last_seen < contact_ms && now() >= account.last_seen
                   ? Outcome(Done{})
                   : accounts.note_contact(account.device, now());
    }
    AYNI_TRY(seen.note(account, held, granted));
    return accounts.note_held(account.device, held, now());
}

}  // namespace ayni::hub
