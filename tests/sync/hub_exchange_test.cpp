// The exchange itself: what is sent twice, cut, lost, acknowledged, seen.

#include <algorithm>

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

Value words(const std::string& text) {
    return text;
}

// The next request of the phone, sent; its answer is lost on the way.
void sends_and_hears_nothing(Phone& phone) {
    client::Exchange run(*phone.store);
    const auto request = must(run.next());
    REQUIRE(request);
    must(phone.http.post(request->url, request->body, request->token));
}

}  // namespace

TEST_CASE("a lost answer is harmless: what was sent twice is there once") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const RecordId first = goal(*rosa, village.bakery_plan, "Uno");
    sends_and_hears_nothing(*rosa);
    sends_and_hears_nothing(*rosa);
    CHECK(rosa->sees(first)->safety == Safety::here);
    const auto summary = rosa->sync();
    CHECK(summary.sent > 0);
    CHECK(summary.refused.empty());
    village.odile.sync();
    CHECK(must(village.odile.store->list(kind::goal)).size() == 1);
    village.is_sound();
}

TEST_CASE("a frame that is cut or flipped changes nothing, and the hub goes on") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    goal(*rosa, village.bakery_plan, "Uno");
    client::Exchange run(*rosa->store);
    const auto honest = must(run.next());
    const auto request = must(wire::decode_exchange_request(honest->body));
    REQUIRE(request.frames.size() == 1);
    const auto refused_as = [&](std::string frame) {
        auto broken = request;
        broken.frames = {std::move(frame)};
        const auto answer = rosa->posts("/v1/exchange", wire::encode(broken), rosa->token());
        CHECK(answer.status == 400);
        const auto refused = refusal_in(answer);
        REQUIRE(refused);
        return refused->fault;
    };
    const std::string& frame = request.frames.front();
    CHECK(refused_as(frame.substr(0, frame.size() - 5)) == Fault::malformed);
    CHECK(refused_as(frame.substr(0, 4) + "and then rubbish") == Fault::malformed);
    CHECK(refused_as(wire::pack_frame({"not an envelope"})) == Fault::malformed);
    CHECK(rosa->posts("/v1/exchange", honest->body.substr(0, honest->body.size() / 2), rosa->token()).status == 400);
    village.odile.sync();
    CHECK(must(village.odile.store->list(kind::goal)).empty());

    CHECK(rosa->sync().sent > 0);
    village.odile.sync();
    CHECK(must(village.odile.store->list(kind::goal)).size() == 1);
    village.is_sound();
}

TEST_CASE("a phone that speaks another version of the protocol is told so, and nothing it sent is taken") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    goal(*rosa, village.bakery_plan, "Uno");
    client::Exchange run(*rosa->store);
    const auto honest = must(run.next());
    auto request = must(wire::decode_exchange_request(honest->body));
    for (const std::uint32_t protocol : {wire::protocol_version - 1, wire::protocol_version + 1}) {
        request.protocol = protocol;
        const auto refused = refusal_in(rosa->posts("/v1/exchange", wire::encode(request), rosa->token()));
        REQUIRE(refused);
        CHECK(refused->fault == Fault::made_by_newer_app);
    }
    village.odile.sync();
    CHECK(must(village.odile.store->list(kind::goal)).empty());
    CHECK(rosa->sync().sent > 0);
}

TEST_CASE("an envelope of no device that is known, another's key or a gap is not taken") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    goal(*rosa, village.bakery_plan, "Uno");
    rosa->sync();
    const Envelope kept = must(rosa->store->envelopes(village.bakery_plan)).back();
    const auto elena = village.phone_of(village.elena);

    // Of a device that never joined, handed in by one that did.
    wire::Contents contents = must(wire::open(kept.bytes));
    wire::Contents strange = contents;
    strange.device = DeviceId{7};
    for (Change& change : strange.changes) {
        change.dot.device = strange.device;
    }
    const auto relayed = exchange(*elena, Forgery().with({wire::seal(strange, wire::make_keys().secret)}).request);
    REQUIRE(relayed.receipts.size() == 1);
    CHECK(relayed.receipts[0].receipt == wire::Receipt::refused);
    CHECK(relayed.receipts[0].reason == "forged_author");

    // Her device, in her own cohort, but a key that isn't hers.
    contents.first_seq = contents.last_seq + 1;
    contents.last_seq += contents.changes.size();
    for (Change& change : contents.changes) {
        change.dot.seq += contents.changes.size();
    }
    contents.previous = wire::short_hash(kept.bytes);
    const auto forged = exchange(*rosa, Forgery().with({wire::seal(contents, wire::make_keys().secret)}).request);
    REQUIRE(forged.receipts.size() == 1);
    CHECK(forged.receipts[0].reason == "bad_signature");

    // Her own key, but one is missing before it; or it follows another history.
    const auto secret = must(wire::parse_secret_key(must(rosa->store->setting("secret_key"))));
    wire::Contents later = contents;
    later.first_seq += 7;
    later.last_seq += 7;
    for (Change& change : later.changes) {
        change.dot.seq += 7;
    }
    const auto gap = exchange(*rosa, Forgery().with({wire::seal(later, secret)}).request);
    REQUIRE(gap.receipts.size() == 1);
    CHECK(gap.receipts[0].receipt == wire::Receipt::early);
    contents.previous = wire::short_hash("another history");
    const auto forked = exchange(*rosa, Forgery().with({wire::seal(contents, secret)}).request);
    REQUIRE(forked.receipts.size() == 1);
    CHECK(forked.receipts[0].receipt == wire::Receipt::refused);
    CHECK(forked.receipts[0].reason == "forked");
    village.is_sound();
}

TEST_CASE("a record that is smuggled into another scope is not taken there") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto elena = village.phone_of(village.elena);
    const RecordId hers = goal(*rosa, village.bakery_plan, "De Rosa");
    rosa->sync();
    // Elena names Rosa's goal in her own plan, where she may write what she likes.
    const auto secret = must(wire::parse_secret_key(must(elena->store->setting("secret_key"))));
    Change change;
    change.dot = {elena->store->device(), 1};
    change.record = hers;
    change.kind = kind::goal;
    change.field = find_kind(kind::goal)->field("title")->number;
    change.value = words("De Elena");
    change.stamp = Stamp::at(village.clock.now_ms());
    const wire::Contents contents{village.looms_plan, elena->store->device(), 1, 1, schema_version, {}, {change}};
    const auto answer = exchange(*elena, Forgery().with({wire::seal(contents, secret)}).request);
    REQUIRE(answer.receipts.size() == 1);
    CHECK(answer.receipts[0].receipt == wire::Receipt::refused);
    CHECK(answer.receipts[0].reason == "wrong_place");
    village.odile.sync();
    CHECK(village.odile.text_of(hers, "title") == "De Rosa");
    CHECK(village.odile.sees(hers)->scope == village.bakery_plan);
    village.is_sound();
}

TEST_CASE("the name of a record that another is yet to make can't be taken") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto elena = village.phone_of(village.elena);
    const auto secret = must(wire::parse_secret_key(must(elena->store->setting("secret_key"))));
    const RecordId next{rosa->store->device(), rosa->store->new_record().counter + 1};
    std::vector<Change> changes;
    for (const KindNo of : {kind::goal, kind::session}) {
        Change change;
        change.dot = {elena->store->device(), changes.size() + 1};
        change.record = {next.device, next.counter + changes.size()};
        change.kind = of;
        change.field = of == kind::goal ? find_kind(of)->field("title")->number : find_kind(of)->field("place")->number;
        change.value = words("De Elena");
        change.stamp = Stamp::at(village.clock.now_ms());
        changes.push_back(change);
    }
    const wire::Contents contents{village.looms_plan, elena->store->device(), 1, 2, schema_version, {}, changes};
    const auto answer = exchange(*elena, Forgery().with({wire::seal(contents, secret)}).request);
    CHECK(answer.receipts.empty());
    CHECK(answer.received == 1);
    village.odile.sync();
    CHECK(village.odile.text_of(next, "title") == "none");

    const RecordId hers = goal(*rosa, village.bakery_plan, "De Rosa");
    CHECK(hers == next);
    CHECK(rosa->sync().refused.empty());
    village.odile.sync();
    CHECK(village.odile.text_of(hers, "title") == "De Rosa");
    CHECK(must(village.odile.store->list(kind::goal)).size() == 1);
    village.is_sound();
}

TEST_CASE("what comes back says what has been received, and what somebody else has seen") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    const RecordId hers = goal(*rosa, village.bakery_plan, "Uno");
    CHECK(rosa->sees(hers)->safety == Safety::here);
    rosa->sync();
    CHECK(rosa->sees(hers)->safety == Safety::received);
    village.odile.sync();
    village.odile.sync();
    rosa->sync();
    CHECK(rosa->sees(hers)->safety == Safety::received);  // the office is not the other side

    maude->sync();  // it is sent to her
    rosa->sync();
    CHECK(rosa->sees(hers)->safety == Safety::received);
    maude->sync();  // she says that she has it
    rosa->sync();
    CHECK(rosa->sees(hers)->safety == Safety::seen);
    maude->sync();
    village.odile.sync();
    CHECK(maude->sees(hers)->safety == Safety::seen);
    CHECK(village.odile.sees(hers)->safety == Safety::seen);
}

TEST_CASE("when there is nothing new, an exchange is one small request") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    for (int i = 0; i < 20; ++i) {
        goal(*rosa, village.bakery_plan, "Meta " + std::to_string(i));
    }
    for (int i = 0; i < 3; ++i) {
        rosa->sync();
        maude->sync();
        village.odile.sync();
    }
    for (Phone* phone : {maude.get(), rosa.get(), &village.odile}) {
        phone->forgets_what_was_sent();
        client::Exchange run(*phone->store);
        const auto request = must(run.next());
        CHECK(request->body.size() < 100);
        const auto answer = must(phone->http.post(request->url, request->body, request->token));
        CHECK(answer.body.size() < 150);
        must(run.take(answer));
        CHECK_FALSE(must(run.next()));
    }
}

TEST_CASE("a small budget brings everything, page after page, and each page stands alone") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    for (int i = 0; i < 60; ++i) {
        const RecordId id = goal(*rosa, village.bakery_plan, "Meta " + std::to_string(i));
        rosa->sets(village.bakery_plan, id, kind::goal, "why", words(wire::to_hex(wire::random_bytes(700))));
        rosa->sync();
    }
    Phone maude(village.clock);
    maude.join(village.invites(village.maude));
    int pages = 0;
    bool more = true;
    while (more) {
        client::Exchange run(*maude.store, 1);  // asks for as little as it can, then stops: a phone that dies
        const auto request = must(run.next());
        REQUIRE(request);
        const auto answer = must(maude.http.post(request->url, request->body, request->token));
        const auto decoded = read_answer(answer);
        CHECK(decoded.frames.size() <= 1);
        more = decoded.more;
        must(run.take(answer));
        REQUIRE(++pages < 100);
    }
    CHECK(pages > 4);
    CHECK(must(maude.store->list(kind::goal)).size() == 60);
    CHECK(must(maude.store->check()).empty());
}

TEST_CASE("while a phone is filled page by page, others write and rights come and go, and it misses nothing") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto elena = village.phone_of(village.elena);
    const auto writes = [&](Phone& phone, const ScopeId& plan, int count) {
        for (int i = 0; i < count; ++i) {
            const RecordId id = goal(phone, plan, "Meta");
            phone.sets(plan, id, kind::goal, "why", words(wire::to_hex(wire::random_bytes(2000))));
            phone.sync();
        }
    };
    const auto pairs = [&](RecordId pairing, const char* status) {
        village.odile.sets(village.in_cohort, pairing, kind::pairing, "status", Stage{status, std::nullopt});
        village.odile.sync();
    };
    writes(*rosa, village.bakery_plan, 20);
    writes(*elena, village.looms_plan, 20);
    Phone maude(village.clock);
    maude.join(village.invites(village.maude));
    const auto one_page = [&] {
        client::Exchange run(*maude.store, 1);
        const auto request = must(run.next());
        const auto answer = must(maude.http.post(request->url, request->body, request->token));
        must(run.take(answer));
        return read_answer(answer).more;
    };
    for (int i = 0; i < 3; ++i) {
        CHECK(one_page());
    }
    const RecordId second = village.odile.makes(
        village.in_cohort, kind::pairing,
        {{"mentor", village.maude}, {"business", village.looms}, {"status", Stage{"active", std::nullopt}}});
    village.odile.sync();
    writes(*rosa, village.bakery_plan, 3);
    for (int i = 0; i < 3; ++i) {
        one_page();
    }
    pairs(village.maude_rosa, "closed");
    one_page();
    CHECK_FALSE(maude.holds(village.bakery_plan));
    pairs(village.maude_rosa, "active");
    writes(*elena, village.looms_plan, 3);
    one_page();
    pairs(second, "paused");
    maude.sync();
    CHECK(must(maude.store->list(kind::goal, village.bakery_plan)).size() == 23);
    CHECK(must(maude.store->list(kind::goal, village.looms_plan)).size() == 23);
    CHECK(must(maude.store->check()).empty());
    village.is_sound();
}

TEST_CASE("a cursor of another hub, or none that this hub made, is the beginning") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    for (const std::string& cursor : {std::string(), std::string("nonsense"), wire::random_bytes(40)}) {
        auto request = Forgery().request;
        request.cursor = cursor;
        const auto answer = exchange(*rosa, request);
        CHECK_FALSE(answer.frames.empty());
        CHECK(answer.scopes_changed);
        CHECK_FALSE(answer.more);
    }
}

TEST_CASE("two phones that write at once both keep what they wrote, and settle it everywhere") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto second = village.phone_of(village.rosa);
    const RecordId id = goal(*rosa, village.bakery_plan, "Uno");
    rosa->sync();
    second->sync();
    rosa->sets(village.bakery_plan, id, kind::goal, "title", words("En casa"));
    village.clock.now += 1000;
    second->sets(village.bakery_plan, id, kind::goal, "title", words("En el mercado"));
    rosa->sync();
    second->sync();
    rosa->sync();
    village.odile.sync();
    for (Phone* phone : {rosa.get(), second.get(), &village.odile}) {
        const auto contests = must(phone->store->contests());
        REQUIRE(contests.size() == 1);
        CHECK(contests[0].versions.size() == 2);
        CHECK(phone->text_of(id, "title") == "En el mercado");
    }
    const auto contest = must(rosa->store->contests()).front();
    must(rosa->store->resolve(id, contest.field, {}, contest.versions.back().dot));
    rosa->sync();
    second->sync();
    village.odile.sync();
    for (Phone* phone : {rosa.get(), second.get(), &village.odile}) {
        CHECK(must(phone->store->contests()).empty());
        CHECK(phone->text_of(id, "title") == "En casa");
    }
    village.is_sound();
}

namespace {

// What the phone's device might have written at this place of its log instead.
std::string another(Phone& author, const ScopeId& scope, std::uint64_t seq, const std::string& previous) {
    wire::Contents contents;
    contents.scope = scope;
    contents.device = author.store->device();
    contents.first_seq = contents.last_seq = seq;
    contents.schema = schema_version;
    contents.previous = previous;
    const Edit edit = make_edit({contents.device, 900'000 + seq}, kind::goal, "title", words("Otra"));
    contents.changes.push_back({{contents.device, seq},
                                edit.record,
                                edit.kind,
                                edit.field,
                                {},
                                edit.value,
                                Stamp::at(author.store->clock().now_ms()),
                                {}});
    return wire::seal(contents, must(wire::parse_secret_key(must(author.store->setting("secret_key")))));
}

wire::ReceiptOf only_receipt(Phone& bringer, const std::string& envelope) {
    const auto answer = exchange(bringer, Forgery().with({envelope}).request);
    CHECK(answer.received + answer.receipts.size() == 1);
    return answer.receipts.empty() ? wire::ReceiptOf{} : answer.receipts.front();
}

}  // namespace

TEST_CASE("of two histories under one name the hub has one; the other is received by nobody's word") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto maude = village.phone_of(village.maude);
    std::vector<Envelope> log;
    for (const char* title : {"Uno", "Dos", "Tres"}) {
        goal(*rosa, village.bakery_plan, title);
        rosa->sync();
    }
    for (const Envelope& envelope : must(rosa->store->envelopes(village.bakery_plan))) {
        if (envelope.device == rosa->store->device()) {
            log.push_back(envelope);
        }
    }
    REQUIRE(log.size() == 3);
    const std::string first = another(*rosa, village.bakery_plan, log[0].first_seq, {});
    const std::string middle = another(*rosa, village.bakery_plan, log[1].last_seq, wire::short_hash(log[0].bytes));
    const std::string last = another(*rosa, village.bakery_plan, log[2].last_seq, wire::short_hash(log[1].bytes));
    const std::string next = another(*rosa, village.bakery_plan, log[2].last_seq + 1, wire::short_hash(last));
    for (const std::string& envelope : {first, middle, last, next}) {
        // Its author has it herself; of who brings it for her nobody knows whether anybody else has.
        const auto hers = only_receipt(*rosa, envelope);
        CHECK(hers.receipt == wire::Receipt::refused);
        CHECK(hers.reason == "forked");
        CHECK(only_receipt(*maude, envelope).receipt == wire::Receipt::quarantined);
    }
    for (const Envelope& envelope : log) {
        CHECK(only_receipt(*rosa, envelope.bytes).receipt == wire::Receipt::received);
        CHECK(only_receipt(*maude, envelope.bytes).receipt == wire::Receipt::received);
    }
    village.odile.sync();
    CHECK(must(village.odile.store->list(kind::goal)).size() == 3);
    CHECK(must(village.closed().quarantine()).size() == 4);
    village.is_sound();
}

TEST_CASE("what claims to be the hub's own and isn't is not received") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto hubs = [&] {
        std::vector<Envelope> all = must(rosa->store->envelopes(village.in_cohort));
        std::erase_if(all, [&](const Envelope& envelope) {
            return to_text(envelope.device) != must(rosa->store->setting("hub_device"));
        });
        return all;
    }();
    REQUIRE(!hubs.empty());
    CHECK(only_receipt(*rosa, hubs.front().bytes).receipt == wire::Receipt::received);
    auto contents = must(wire::open(hubs.front().bytes));
    contents.changes.front().value = words("Otra");
    const std::string forged =
        wire::seal(contents, must(wire::parse_secret_key(must(rosa->store->setting("secret_key")))));
    CHECK(only_receipt(*rosa, forged).receipt == wire::Receipt::refused);
}
