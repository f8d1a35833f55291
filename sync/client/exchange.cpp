#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "sync/client/adopt.hpp"
#include "sync/client/answer.hpp"
#include "sync/client/client.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "sync/client/profile.hpp"
#include "sync/joined/membership.hpp"
#include "sync/joined/sealing.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::client {

namespace setting = joined::setting;

namespace {

constexpr std::size_t nonce_bytes = 8;
constexpr std::size_t upload_first = 64 * 1024;
constexpr std::size_t upload_most = 1024 * 1024;
constexpr std::size_t answer_first = 64 * 1024;
constexpr std::size_t answer_least = 8 * 1024;
constexpr std::size_t answer_most = 1024 * 1024;
constexpr int idle_rounds_most = 3;

// Which carried parts the hub didn't take, how often by now, and when she offered them last: "number times ms".
constexpr std::string_view offered_setting = "carried_offered";
constexpr std::int64_t offered_again_first = 6LL * 60 * 60 * 1000;
constexpr int offered_again_doubled = 4;  // so after four days at the latest

}  // namespace

struct Exchange::Inside {
    Inside(Store& of, std::uint64_t bytes) : store(of), budget(bytes) {}

    Outcome start();
    Result<std::optional<Request>> next();
    Outcome take(const Answer& answer);
    Outcome commit(const wire::ExchangeAnswer& answer);
    Result<bool> take_frames(const wire::ExchangeAnswer& answer);
    Outcome settle_sent(const wire::ExchangeAnswer& answer);
    Outcome settle(const wire::ReceiptOf& receipt);
    Outcome offer_from_before(const wire::ReceiptOf& receipt);
    Outcome settle_of_another(const wire::ReceiptOf& receipt);
    Result<std::vector<std::string>> parts_to_send();
    Outcome rest_what_was_offered();
    Outcome note_parts(const wire::ExchangeAnswer& answer);
    Outcome drop_what_was_revoked(bool at_end);
    Result<bool> has_unoffered(const ScopeId& scope);
    Outcome lower_budgets();
    /// The scopes that are hers: granted, or begun alone.
    [[nodiscard]] std::vector<ScopeId> hers() const {
        std::vector<ScopeId> scopes(granted.begin(), granted.end());
        scopes.insert(scopes.end(), alone.begin(), alone.end());
        return scopes;
    }
    [[nodiscard]] bool is_spent() const { return budget > 0 && summary.bytes_down >= budget; }

    Store& store;
    std::uint64_t budget;
    Summary summary;
    std::optional<joined::Membership> member;
    std::optional<Inbox> inbox;
    std::set<ScopeId> alone;
    std::set<ScopeId> granted;
    std::string nonce;
    std::string asked;  // the request under way
    std::optional<wire::AnswerKey> answer_key;
    std::vector<Parcel::Name> sent;  // in the request that waits for its answer
    std::size_t answer_budget = answer_first;
    std::size_t upload_budget = upload_first;
    std::size_t upload_limit = upload_most;  // what somebody on the way lets through
    bool more_to_come = true;
    bool offered_again = false;
    bool ask_again = false;                              // something gave way to what the hub has in its place
    std::set<std::pair<ScopeId, DeviceId>> offered_for;  // others whose envelopes were offered again
    /// Others' envelopes that the hub has answered in this run, whatever it said.
    std::set<std::tuple<ScopeId, DeviceId, std::uint64_t>> answered;
    std::int64_t parts_sent = 0;  // carried parts up to here were offered in this run
    std::int64_t parts_under_way = 0;
    std::size_t parts_asked = 0;  // in the request that waits for its answer
    int offered_in_vain = 0;      // before this run
    bool any_in_vain = false;     // in this run
    bool any_rests = false;       // of what was offered before it
    bool hub_is_another = false;  // than the one that made the cursor: it says how far it has what
    bool progress = false;
    int idle_rounds = 0;
};

Outcome Exchange::Inside::start() {
    AYNI_LET(found, joined::membership_of(store));
    member = found;
    answer_key = wire::answer_key(member->keys.secret, member->hub_key);
    if (!answer_key) {
        return {Fault::malformed, "the hub's key"};
    }
    inbox.emplace(store, *member);
    AYNI_LET(kept, store.setting(setting::answer_budget));
    std::from_chars(kept.data(), kept.data() + kept.size(), answer_budget);
    answer_budget = std::clamp(answer_budget, answer_least, answer_most);
    AYNI_LET(allowed, joined::scopes_in(store, setting::granted));
    granted = allowed;
    AYNI_TRY(rest_what_was_offered());
    AYNI_TRY(adopt(store));
    AYNI_LET(again, inbox->must_ask_again(false));
    static_cast<void>(again);  // there is a first round in any case
    return Done{};
}

Result<std::optional<Request>> Exchange::Inside::next() {
    if (!member) {
        AYNI_TRY(start());
    }
    AYNI_LET(begun_alone, joined::scopes_in(store, setting::alone));
    alone = begun_alone;
    Parcel parcel;
    if (!store.awaits_own_log()) {  // until then nothing can be sealed, and what was may follow a hole
        AYNI_TRY(joined::seal_pending(store, member->keys, alone));
        AYNI_LET(ours, parcel_to_send(store, upload_budget));
        parcel = std::move(ours);
    }
    // What she carries for others waits until all of her own is out.
    std::vector<std::string> parts;
    if (parcel.frames.empty()) {
        AYNI_LET(some, parts_to_send());
        parts = std::move(some);
    }
    const bool wants = more_to_come && !is_spent();
    if (idle_rounds >= idle_rounds_most || (parcel.frames.empty() && parts.empty() && !wants)) {
        summary.more = more_to_come || !parcel.frames.empty();
        AYNI_TRY(drop_what_was_revoked(true));
        // Nothing is lost if that fails: it is tried again after the next exchange.
        static_cast<void>(store.compact_log());
        return std::optional<Request>{};
    }
    wire::ExchangeRequest request;
    request.nonce = nonce = wire::random_bytes(nonce_bytes);
    AYNI_LET(cursor, store.setting(setting::cursor));
    request.cursor = cursor;
    request.budget = static_cast<std::uint32_t>(answer_budget);
    if (budget > 0) {
        // Upload never waits for download: what she wrote goes out even when she wants nothing more in.
        const std::uint64_t left = is_spent() ? 1 : budget - summary.bytes_down;
        request.budget = static_cast<std::uint32_t>(std::min<std::uint64_t>(answer_budget, left));
    }
    request.frames = std::move(parcel.frames);
    request.parts = std::move(parts);
    sent = std::move(parcel.names);
    ++summary.requests;
    asked = wire::encode(request);
    return std::optional(Request{member->base_url + "/v1/exchange", member->token, asked});
}

Result<std::vector<std::string>> Exchange::Inside::parts_to_send() {
    AYNI_LET(carried, store.carried(true, upload_budget, parts_sent));
    std::vector<std::string> parts;
    for (Store::CarriedPart& part : carried) {
        parts_under_way = part.number;
        parts.push_back(std::move(part.bytes));
    }
    parts_asked = parts.size();
    return parts;
}

// What the hub doesn't take it may take later; but it isn't carried there at every visit, which would cost her.
Outcome Exchange::Inside::rest_what_was_offered() {
    AYNI_LET(noted, store.setting(offered_setting));
    std::istringstream words(noted);
    std::int64_t number = 0;
    std::int64_t at = 0;
    if (words >> number >> offered_in_vain >> at) {
        const std::int64_t rest = offered_again_first << std::clamp(offered_in_vain - 1, 0, offered_again_doubled);
        const std::int64_t now = store.clock().now_ms();
        any_rests = now >= at && now < at + rest;
        parts_sent = any_rests ? number : 0;
    }
    return Done{};
}

Outcome Exchange::Inside::note_parts(const wire::ExchangeAnswer& answer) {
    AYNI_TRY(store.drop_carried(answer.parts_done));
    const std::size_t offered = std::exchange(parts_asked, 0);
    if (offered == 0) {
        return Done{};
    }
    any_in_vain = any_in_vain || answer.parts_done.size() < offered;
    if (any_in_vain) {
        return store.set_setting(offered_setting, std::to_string(parts_under_way) + ' ' +
                                                      std::to_string(offered_in_vain + 1) + ' ' +
                                                      std::to_string(store.clock().now_ms()));
    }
    return any_rests ? Outcome(Done{}) : store.set_setting(offered_setting, {});
}

Outcome Exchange::Inside::lower_budgets() {
    answer_budget = std::max(answer_budget / 2, answer_least);
    return store.set_setting(setting::answer_budget, std::to_string(answer_budget));
}

Outcome Exchange::Inside::take(const Answer& answer) {
    summary.bytes_up += answer.bytes_up;
    summary.bytes_down += answer.bytes_down;
    AYNI_TRY(client::count_bytes(store, answer.bytes_up + answer.bytes_down));
    const Outcome served = must_be_served(answer, member->hub_key, nonce);
    if (!served) {
        AYNI_TRY(lower_budgets());
        if (served.fault() == Fault::token_refused) {
            AYNI_TRY(store.set_setting(setting::token_refused, "yes"));
        }
        if (served.fault() == Fault::too_large && parts_under_way > parts_sent && upload_budget == 1) {
            parts_sent = parts_under_way;  // what she carries for others hinders nothing of hers
            return Done{};
        }
        if (served.fault() == Fault::too_large && upload_budget > 1) {
            // One envelope a request is as small as it gets.
            upload_limit = upload_budget = upload_budget > wire::frame_bytes ? upload_budget / 2 : 1;
            return Done{};
        }
        return served;
    }
    AYNI_LET(message, wire::open_sealed(answer.body, asked, *answer_key));
    const auto decoded = wire::decode_exchange_answer(message);
    if (!decoded) {
        return decoded.fault() == Fault::made_by_newer_app ? Outcome(decoded.error())
                                                           : Outcome(Fault::not_a_hub, "exchange answer");
    }
    if (decoded->received + decoded->receipts.size() != sent.size()) {
        return {Fault::not_a_hub, "receipts"};
    }
    return commit(*decoded);
}

// What has no receipt of its own was received.
Outcome Exchange::Inside::settle_sent(const wire::ExchangeAnswer& answer) {
    for (const wire::ReceiptOf& receipt : answer.receipts) {
        AYNI_TRY(settle(receipt));
    }
    for (const Parcel::Name& name : std::exchange(sent, {})) {
        if (name.device != store.device()) {
            answered.emplace(name.scope, name.device, name.first_seq);
        }
        const bool is_told = std::ranges::any_of(answer.receipts, [&](const wire::ReceiptOf& receipt) {
            return receipt.scope == name.scope && receipt.device == name.device && receipt.first_seq == name.first_seq;
        });
        if (!is_told) {
            AYNI_TRY(settle({name.scope, name.device, name.first_seq, name.last_seq, wire::Receipt::received, {}}));
        }
    }
    return Done{};
}

Outcome Exchange::Inside::settle(const wire::ReceiptOf& receipt) {
    if (receipt.device != store.device()) {
        return settle_of_another(receipt);
    }
    const std::uint64_t changes = receipt.last_seq - receipt.first_seq + 1;
    const std::string id = to_text(receipt.scope) + '/' + std::to_string(receipt.first_seq);
    // A receipt for what isn't here (any more) settles nothing, and is no reason to stop.
    const auto settled = [&](Delivery delivery, std::string_view reason) -> Outcome {
        const Outcome outcome = store.settle(receipt.scope, receipt.first_seq, delivery, reason);
        progress = progress || outcome.has_value();
        return !outcome && outcome.fault() == Fault::not_found ? Outcome(Done{}) : outcome;
    };
    switch (receipt.receipt) {
        case wire::Receipt::quarantined: summary.refused.push_back({id, "quarantined"}); [[fallthrough]];
        case wire::Receipt::received: summary.sent += changes; return settled(Delivery::received, {});
        case wire::Receipt::refused:
            summary.refused.push_back({id, receipt.reason});
            return settled(Delivery::refused, receipt.reason);
        case wire::Receipt::early: return offer_from_before(receipt);
    }
    return Done{};
}

// The hub lacks one before it that we hold for acknowledged: offer all of them, once. (If it is about to say what it
// lacks, that is known better.)
Outcome Exchange::Inside::offer_from_before(const wire::ReceiptOf& receipt) {
    if (hub_is_another || !offered_for.emplace(receipt.scope, receipt.device).second) {
        return Done{};
    }
    return store.offer_again_of(receipt.scope, receipt.device);
}

// False: what is left builds on a frame that couldn't be opened, and is to be asked for anew from there on.
Result<bool> Exchange::Inside::take_frames(const wire::ExchangeAnswer& answer) {
    wire::FrameReader reader;
    for (const wire::FrameWithCursor& frame : answer.frames) {
        if (reader.is_cut_off(frame.frame)) {
            progress = true;
            return false;
        }
        AYNI_TRY(inbox->take(frame, reader, granted, summary));
    }
    return true;
}

// Somebody else's envelope that came here by file, and that this device offered.
Outcome Exchange::Inside::settle_of_another(const wire::ReceiptOf& receipt) {
    Outcome outcome = Done{};
    switch (receipt.receipt) {
        case wire::Receipt::received:
            outcome = store.settle_of(receipt.scope, receipt.device, receipt.first_seq);
            summary.relayed += outcome ? receipt.last_seq - receipt.first_seq + 1 : 0;
            break;
        // The hub keeps it outside the scope, or has another in its place: then it doesn't count here either.
        case wire::Receipt::refused: ask_again = true; [[fallthrough]];
        case wire::Receipt::quarantined:
            outcome = store.take_back(receipt.scope, receipt.device, receipt.first_seq);
            break;
        case wire::Receipt::early: AYNI_TRY(offer_from_before(receipt)); return Done{};
    }
    progress = progress || outcome.has_value();
    return !outcome && outcome.fault() == Fault::not_found ? Outcome(Done{}) : outcome;
}

Outcome Exchange::Inside::commit(const wire::ExchangeAnswer& answer) {
    progress = false;
    AYNI_LET(cursor_before, store.setting(setting::cursor));
    // The hub tells its epoch where it knew no cursor: one of hers that it doesn't know it made before it lost
    // something. Once is enough, whatever it goes on saying.
    const bool refused = answer.epoch != 0 && !cursor_before.empty() && !offered_again;
    hub_is_another = refused || (answer.epoch != 0 && answer.epoch != member->epoch);
    AYNI_TRY(store.transact([&]() -> Outcome {
        AYNI_TRY(settle_sent(answer));
        AYNI_TRY(note_parts(answer));
        if (hub_is_another) {
            offered_again = offered_again || refused;
            answered.clear();
            AYNI_TRY(store.offer_again(answer.held));
            AYNI_TRY(store.set_setting(setting::epoch, std::to_string(answer.epoch)));
            progress = true;
        }
        if (answer.scopes_changed) {
            AYNI_TRY(joined::keep_scopes(store, setting::granted, {answer.scopes.begin(), answer.scopes.end()}));
        }
        return Done{};
    }));
    member->epoch = answer.epoch != 0 ? answer.epoch : member->epoch;
    progress = progress || parts_under_way > parts_sent;
    parts_sent = std::max(parts_sent, parts_under_way);
    if (answer.scopes_changed) {
        std::set<ScopeId> told(answer.scopes.begin(), answer.scopes.end());
        progress = progress || told != granted;
        granted = std::move(told);
    }
    const std::size_t before = inbox->taken();
    AYNI_LET(whole, take_frames(answer));
    progress = progress || inbox->taken() > before;
    more_to_come = answer.more || !whole;
    answer_budget = std::min(answer_budget * 2, answer_most);
    upload_budget = std::min(upload_budget * 2, upload_limit);
    AYNI_TRY(store.transact([&]() -> Outcome {
        const bool from_beginning = std::exchange(ask_again, false);
        more_to_come = more_to_come || from_beginning;
        if (whole || from_beginning) {
            progress = progress || (!answer.frames.empty() && answer.cursor != cursor_before);
            AYNI_TRY(store.set_setting(setting::cursor, from_beginning ? std::string() : answer.cursor));
        }
        AYNI_TRY(store.note_seen(answer.seen));
        AYNI_TRY(store.set_setting(setting::last_exchange, std::to_string(store.clock().now_ms())));
        AYNI_TRY(store.set_setting(setting::answer_budget, std::to_string(answer_budget)));
        AYNI_LET(again, inbox->must_ask_again(!more_to_come));
        more_to_come = more_to_come || again;
        if (more_to_come) {
            return Done{};
        }
        progress = progress || store.awaits_own_log();
        return store.own_log_is_back(hers());
    }));
    AYNI_TRY(drop_what_was_revoked(false));
    AYNI_TRY(adopt(store));
    idle_rounds = progress ? 0 : idle_rounds + 1;
    return Done{};
}

// Of what came by file.
Result<bool> Exchange::Inside::has_unoffered(const ScopeId& scope) {
    AYNI_LET(waiting, store.envelopes(scope, Delivery::sealed));
    return std::ranges::any_of(waiting, [&](const Envelope& envelope) {
        return envelope.device != store.device() && !answered.contains({scope, envelope.device, envelope.first_seq});
    });
}

// What is still to be handed in there goes first: the store keeps the scope until what she wrote has gone, and others'
// that came by file are offered once, or as long as the run goes.
Outcome Exchange::Inside::drop_what_was_revoked(bool at_end) {
    AYNI_LET(told, store.setting(setting::granted));
    AYNI_LET(held, store.scopes());
    std::vector<ScopeId> kept = hers();
    bool any = false;
    for (const ScopeId& scope : held) {
        if (granted.contains(scope) || alone.contains(scope)) {
            continue;
        }
        AYNI_LET(waits, has_unoffered(scope));
        if (waits && !at_end) {
            kept.push_back(scope);
        }
        any = any || !waits || at_end;
    }
    if (!any || told.empty()) {
        return Done{};
    }
    AYNI_LET(dropped, store.keep_only(kept));
    static_cast<void>(dropped);
    return Done{};
}

Exchange::Exchange(Store& store, std::uint64_t budget) : inside_(std::make_unique<Inside>(store, budget)) {}
Exchange::~Exchange() = default;

Result<std::optional<Request>> Exchange::next() {
    return inside_->next();
}

Outcome Exchange::take(const Result<Answer>& answer) {
    if (!answer) {
        AYNI_TRY(inside_->lower_budgets());
        return answer.error();
    }
    return inside_->take(*answer);
}

const Summary& Exchange::summary() const {
    return inside_->summary;
}

Result<Summary> synchronise(Store& store, Http& http, std::uint64_t budget, const std::atomic<bool>* stop) {
    Exchange exchange(store, budget);
    for (;;) {
        AYNI_LET(request, exchange.next());
        if (!request) {
            return exchange.summary();
        }
        if (stop != nullptr && stop->load()) {
            Summary summary = exchange.summary();
            summary.more = true;
            return summary;
        }
        AYNI_TRY(exchange.take(http.post(request->url, request->body, request->token)));
    }
}

}  // namespace ayni::client
