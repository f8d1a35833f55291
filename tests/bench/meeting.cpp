#include "tests/bench/meeting.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "sync/wire/messages.hpp"

namespace ayni::bench {
namespace {

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "meeting: fault %d: %s\n", static_cast<int>(result.fault()),
                     result.error().detail.c_str());
        std::abort();
    }
    return std::move(result).value();
}

}  // namespace

Traffic exchange(Phone& phone) {
    Traffic traffic;
    client::Exchange rounds(phone.ours.store());
    while (const auto request = must(rounds.next())) {
        const auto answer = must(phone.http.post(request->url, request->body, request->token));
        ++traffic.requests;
        traffic.up += request->body.size();
        traffic.down += answer.body.size();
        must(rounds.take(answer));
    }
    must_hold(rounds.summary().refused.empty(), "the hub takes all that is offered");
    return traffic;
}

Meeting::Meeting(std::size_t businesses) {
    const auto data = place_.file("hub");
    const std::string founded = must(hub::Hub::found(data, {"Prueba", "Odile (ficticia)", "fr", "http://127.0.0.1:1"}));
    hub_ = must(hub::Hub::open(data));
    hub::ServerSettings settings;
    settings.port = 0;
    settings.connections_most = 2048;
    settings.on_listening = [this](std::string_view url) { return hub_->move_to(url); };
    server_ = must(hub::Server::start(*hub_, settings));
    auto link = must(wire::parse_link(founded));
    link.base_url = url();
    coordinator_ = std::make_unique<Phone>(place_.file("coordinator.db"), wire::link_text(link));
    exchange(*coordinator_);
    Store& store = coordinator_->ours.store();
    const RecordId cohort = store.new_record();
    cohort_ = {ScopeKind::cohort, cohort};
    must(store.write(cohort_, std::vector{make_edit(cohort, kind::cohort, "name", std::string("Prueba"))}));
    mentor_ = person("Maude (ficticia)", "mentor");
    leader_ = person("Rosa (ficticia)", "entrepreneur");
    coordinator_->ours.together([&] {
        for (std::size_t i = 0; i < businesses; ++i) {
            business(leader_, places_);
        }
    });
    exchange(*coordinator_);
}

Meeting::~Meeting() {
    server_.reset();
    hub_.reset();
}

RecordId Meeting::person(const std::string& name, const std::string& role) {
    Store& store = coordinator_->ours.store();
    const RecordId id = store.new_record();
    must(store.write(
        cohort_, std::vector{make_edit(id, kind::person, "name", name), make_edit(id, kind::person, "role", role)}));
    return id;
}

void Meeting::business(RecordId leader, Ours::Places& places) {
    Store& store = coordinator_->ours.store();
    const RecordId business = store.new_record();
    const RecordId pairing = store.new_record();
    must(store.write(cohort_, std::vector{make_edit(business, kind::business, "name", std::string("Panadería")),
                                          make_edit(business, kind::business, "leaders", true, to_text(leader))}));
    must(store.write(cohort_, std::vector{make_edit(pairing, kind::pairing, "mentor", mentor_),
                                          make_edit(pairing, kind::pairing, "business", business),
                                          make_edit(pairing, kind::pairing, "status", Stage{"active", {}})}));
    places.plans.push_back({ScopeKind::plan, business});
    places.talks.push_back({ScopeKind::talk, pairing});
}

std::unique_ptr<Phone> Meeting::phone_of(RecordId person) {
    const std::string link = must(client::invite(coordinator_->ours.store(), coordinator_->http, person)).link;
    auto phone = std::make_unique<Phone>(place_.file("phone" + std::to_string(++phones_) + ".db"), link);
    exchange(*phone);
    phone->ours.lives_in(places_);
    return phone;
}

std::vector<std::unique_ptr<Phone>> Meeting::others(std::size_t count) {
    std::vector<RecordId> people;
    std::vector<Ours::Places> places(count);
    coordinator_->ours.together([&] {
        for (std::size_t i = 0; i < count; ++i) {
            people.push_back(person("Elena " + std::to_string(i), "entrepreneur"));
            business(people.back(), places[i]);
        }
    });
    exchange(*coordinator_);
    std::vector<std::unique_ptr<Phone>> phones;
    for (std::size_t i = 0; i < count; ++i) {
        phones.push_back(phone_of(people[i]));
        phones.back()->ours.lives_in(places[i]);
    }
    return phones;
}

}  // namespace ayni::bench
