// How they meet: over a network that does what networks do, and with files.

#include <algorithm>
#include <array>

#include "sync/carry/carry.hpp"
#include "sync/hub/file_depot.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/envelope.hpp"
#include "sync/wire/messages.hpp"
#include "tests/simulation/world.hpp"

namespace ayni::simulation {
namespace {

constexpr std::size_t requests_most = 300;  // more in one run never end
constexpr std::size_t answer_code = 16;

const Failure no_network{Fault::unreachable, "simulated"};

std::string flipped(std::string bytes, Chance& chance) {
    if (!bytes.empty()) {
        char& byte = bytes[chance.below(bytes.size())];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << chance.below(8)));
    }
    return bytes;
}

Net some_net(Chance& chance) {
    return chance.one_in(3) ? static_cast<Net>(chance.below(nets)) : Net::works;
}

client::Answer portal(Chance& chance) {
    constexpr std::array statuses{200L, 302L, 200L, 511L};
    return {statuses[chance.below(statuses.size())], "text/html", "<html><body>Bienvenue au WiFi</body></html>", 0, 0};
}

}  // namespace

bool World::meets(Phone& phone, const Step& step) {
    Chance chance(step.chance);
    if (step.hub_trouble != Trouble::none) {
        Disk::the().will("hub", step.hub_trouble, step.after);
    }
    bool is_through = false;
    bool is_unknown = false;
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
    const bool went_well = does(phone, step, [&]() -> Outcome {
        if (!phone.link.empty() && !joins(phone, step.bad_network ? some_net(chance) : Net::works, chance)) {
            return Done{};
        }
        client::Exchange run(*phone.store);
        for (std::size_t i = 0;; ++i) {
            if (i == requests_most) {
                throw Broken(Rule::liveness, who(phone) + " asks and asks, and it never ends");
            }
            AYNI_LET(request, run.next());
            if (!request) {
                sent = run.summary().sent + run.summary().relayed;
                received = run.summary().received;
                is_through = !run.summary().more;
                return Done{};
            }
            const Net net = step.bad_network ? some_net(chance) : Net::works;
            const Outcome taken = run.take(travel(phone, *request, net, chance));
            is_unknown = !taken && taken.fault() == Fault::token_refused;
            AYNI_TRY(taken);
        }
    });
    if (Disk::the().is_dead("hub")) {
        opens_hub(chance);
    }
    Disk::the().is_well_again("hub");
    story_.tell([&] {
        return who(phone) + " meets the hub: " + std::to_string(sent) + " changes handed in, " +
               std::to_string(received) + " taken in" + (went_well && is_through ? "" : ", not to the end");
    });
    if (is_unknown) {
        // It joined after the hub was backed up: she is invited again.
        phone.link = invitation(phone.person).value_or(std::string());
    }
    if (!went_well || !is_through) {
        return false;
    }
    if (&phone == phones_.front().get() && must(phone.store->waiting(), "waiting") == 0) {
        at_hub_ = decided_.size() - 1;
    }
    nothing_is_left_over(phone);
    return true;
}

bool World::joins(Phone& phone, Net net, Chance& chance) {
    const auto joining = client::Joining::begin(*phone.store, phone.link);
    if (!joining) {
        return false;
    }
    const Outcome joined = joining->take(*phone.store, travel(phone, joining->request(), net, chance));
    phone.link = joined ? std::string() : phone.link;
    phone.has_joined = phone.has_joined || joined;
    if (!joined && (joined.fault() == Fault::expired_code || joined.fault() == Fault::wrong_code)) {
        // So she asks for another, as anybody would. (A hub that was brought back may not know the code any more.)
        phone.link = invitation(phone.person).value_or(phone.link);
    }
    story_.tell([&] { return who(phone) + (joined ? " joins" : " tries to join"); });
    return joined.has_value();
}

Result<client::Answer> World::travel(Phone& phone, const client::Request& request, Net net, Chance& chance) {
    ++tally().nets[net];
    if (net != Net::works) {
        story_.tell([&] { return "  the network " + std::string(name_of(net)); });
    }
    while (!late_.empty() && chance.one_in(2)) {
        static_cast<void>(hub_answers(nullptr, late_.back()));
        late_.pop_back();
    }
    auto answer = through(phone, request, net, chance);
    if (answer) {
        answer->bytes_up = request.body.size();
        answer->bytes_down = answer->body.size();
    }
    return answer;
}

Result<client::Answer> World::through(Phone& phone, const client::Request& request, Net net, Chance& chance) {
    const auto kept = [&](Result<client::Answer> answer) {
        phone.last_answer = answer ? std::optional(*answer) : phone.last_answer;
        return answer;
    };
    switch (net) {
        case Net::loses_request: return no_network;
        case Net::is_a_portal: return portal(chance);
        case Net::repeats_answer: return phone.last_answer ? Result<client::Answer>(*phone.last_answer) : no_network;
        case Net::delays: late_.push_back(request); return no_network;
        case Net::flips_request:
            return hub_answers(&phone, {request.url, request.token, flipped(request.body, chance)});
        case Net::doubles: static_cast<void>(hub_answers(&phone, request)); return kept(hub_answers(&phone, request));
        case Net::loses_answer: static_cast<void>(kept(hub_answers(&phone, request))); return no_network;
        case Net::cuts_answer: {
            auto answer = hub_answers(&phone, request);
            if (answer) {
                answer->body.resize(chance.below(answer->body.size() + 1));
            }
            return answer;
        }
        case Net::flips_answer: {
            auto answer = hub_answers(&phone, request);
            if (answer) {
                answer->body = flipped(answer->body, chance);
            }
            return answer;
        }
        case Net::works: break;
    }
    return kept(hub_answers(&phone, request));
}

Result<client::Answer> World::hub_answers(const Phone* phone, const client::Request& request) {
    if (hub_ == nullptr || Disk::the().is_dead("hub")) {
        return no_network;
    }
    const bool is_exchange = request.url.ends_with("/v1/exchange");
    const hub::Reply reply =
        is_exchange ? hub_->exchange(request.body, request.token) : hub_->join(request.body, "10.0.0.1");
    if (Disk::the().is_dead("hub")) {
        return no_network;
    }
    if (phone != nullptr && is_exchange && reply.status == 200) {
        must_be_for(*phone, reply.body);
    }
    return client::Answer{static_cast<long>(reply.status), std::string(wire::media_type), reply.body, 0, 0};
}

// Nothing that she has no right to is even sent.
void World::must_be_for(const Phone& phone, const std::string& answer) const {
    const auto read = wire::decode_exchange_answer(std::string_view(answer).substr(answer_code));
    if (!read) {
        throw Broken(Rule::soundness, "the hub answers what can't be read");
    }
    wire::FrameReader reader;
    for (const auto& frame : read->frames) {
        for (const std::string& envelope : must(reader.unpack(frame.frame), "a frame of the hub's")) {
            const ScopeId scope = must(wire::open(envelope), "an envelope of the hub's").scope;
            if (!may_read(phone.person, scope)) {
                throw Broken(Rule::leakless, who(phone) + " is sent something of " + what(scope));
            }
        }
    }
}

void World::packs(Phone& phone, const Step& step) {
    if (!phone.has_joined) {
        return;
    }
    does(phone, step, [&]() -> Outcome {
        AYNI_LET(packed, carry::pack(*phone.store));
        story_.tell([&] {
            return who(phone) + " packs a file of " + std::to_string(packed.changes) + " changes, number " +
                   std::to_string(files_.size());
        });
        files_.push_back({packed.bytes, who(phone)});
        return Done{};
    });
}

void World::unpacks(Phone& phone, const Step& step) {
    Chance chance(step.chance);
    if (files_.empty() || !phone.has_joined) {
        return;
    }
    const std::size_t which = chance.below(files_.size());
    const File& file = files_[which];
    const bool is_bad = chance.one_in(4);
    std::string bytes = file.bytes;
    if (is_bad) {
        bytes = chance.one_in(2) ? flipped(bytes, chance) : bytes.substr(0, chance.below(bytes.size()));
    }
    const auto all = [&] {
        std::string pictures;
        for (const ScopeId& scope : must(phone.store->scopes(), "scopes")) {
            pictures += picture(*phone.store, scope);
        }
        return pictures;
    };
    const std::string before = is_bad ? all() : std::string();
    std::size_t taken = 0;
    const bool went_well = does(phone, step, [&]() -> Outcome {
        AYNI_LET(came, carry::take_in(*phone.store, bytes));
        taken = came.changes;
        return Done{};
    });
    story_.tell([&] {
        return who(phone) + " takes in file " + std::to_string(which) + " of " + file.packed_by +
               (is_bad ? ", damaged on its way: " : ": ") + std::to_string(taken) + " changes";
    });
    if (is_bad && !went_well && all() != before) {
        throw Broken(Rule::refusal,
                     who(phone) + " was told that a damaged file is refused, and sees something else than before");
    }
}

std::optional<std::string> World::invitation(std::size_t person) {
    wire::InviteRequest ask;
    ask.nonce = wire::random_bytes(16);
    ask.person = decided_.back().people[person].id;
    const auto member = must(joined::membership_of(*phones_.front()->store), "the coordinator's membership");
    const std::string body = wire::encode(ask);
    const hub::Reply reply = hub_->invite(body, member.token);
    const auto key = wire::answer_key(member.keys.secret, member.hub_key);
    const auto message = wire::open_sealed(reply.body, body, *key);
    const auto answer = message ? wire::decode_invite_answer(*message) : Result<wire::InviteAnswer>(message.error());
    return answer && reply.status == 200 ? std::optional(answer->link) : std::nullopt;
}

void World::gets_a_phone(const Step& step) {
    Chance chance(step.chance);
    constexpr std::size_t phones_most = 40;
    if (phones_.size() >= phones_most) {
        return;
    }
    const std::size_t person = 1 + chance.below(decided_.back().people.size() - 1);
    const auto link = invitation(person);
    if (!link) {
        return;
    }
    Phone& phone = add_phone(person, *link);
    story_.tell([&] { return who(phone) + " has one more phone"; });
    meets(phone, step);
}

void World::opens_hub(Chance& chance) {
    hub_.reset();
    Disk::the().is_well_again("hub");
    if (chance.one_in(2)) {
        Disk::the().loses_power("hub", chance);
        story_.tell([] { return "  the hub had no power"; });
    }
    auto depot = must(hub::FileDepot::open("hub", &hub_clock_), "the hub's disk");
    hub_ = must(hub::Hub::open(std::move(depot)), "the hub doesn't start");
}

void World::keeps_hub(const Step& /*step*/) {
    Disk::the().wipe("copy");
    must(hub_->backup("copy/hub.db"), "a backup");
    in_copy_ = at_hub_;
    has_copy_ = true;
    story_.tell([] { return "the hub is backed up"; });
}

void World::brings_back_hub(const Step& step) {
    if (!has_copy_) {
        return;
    }
    Chance chance(step.chance);
    notes_what_only_the_hub_has();
    hub_.reset();
    Disk::the().copy("copy", "hub");
    at_hub_ = in_copy_;
    story_.tell([] { return "the hub is lost, and brought back from its backup"; });
    opens_hub(chance);
}

void World::notes_what_only_the_hub_has() {
    std::set<std::pair<ScopeId, Dot>> here;
    for (const auto& phone : phones_) {
        for (const ScopeId& scope :
             phone->is_lost() ? std::vector<ScopeId>{} : must(phone->store->scopes(), "scopes")) {
            for (const Change& change : must(phone->store->pending(scope), "pending")) {
                here.emplace(scope, change.dot);
            }
            for (const Envelope& envelope : must(phone->store->envelopes(scope), "envelopes")) {
                for (std::uint64_t seq = envelope.first_seq; seq <= envelope.last_seq; ++seq) {
                    here.emplace(scope, Dot{envelope.device, seq});
                }
            }
        }
    }
    for (const auto& [name, told] : told_) {
        if (!here.contains(name)) {
            gone_.insert(name);
        }
    }
}

}  // namespace ayni::simulation
