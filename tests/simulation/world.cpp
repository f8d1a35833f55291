#include "tests/simulation/world.hpp"

#include <algorithm>
#include <array>

#include "sync/hub/file_depot.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/envelope.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::simulation {
namespace {

constexpr std::array names{"Rosa",    "Awa",     "Elena", "Fatou", "Lidia", "Khady",  "Nilda", "Sokhna",
                           "Marisol", "Aminata", "Wilma", "Ndèye", "Delfi", "Coumba", "Elva",  "Mariama"};

}  // namespace

Tally& tally() {
    static Tally all;
    return all;
}

std::string_view name_of(Rule rule) {
    switch (rule) {
        case Rule::convergence: return "convergence";
        case Rule::lossless: return "nothing lost";
        case Rule::leakless: return "nothing leaked";
        case Rule::liveness: return "liveness";
        case Rule::refusal: return "refusal";
        case Rule::soundness: return "soundness";
    }
    return {};
}

World::World(std::uint64_t seed, const Size& size, const Story& story) : story_(story), seed_(seed) {
    Disk::the().begin(seed);
    seed_sodium(seed);
    found(size);
    ++tally().worlds;
}

World::~World() {
    hub_.reset();
    phones_.clear();
}

void World::found(const Size& size) {
    auto depot = must(hub::FileDepot::open("hub", &hub_clock_), "the hub's folder");
    const std::string link =
        must(hub::Hub::found(std::move(depot), {"Prueba (ficticia)", "Odile", "fr", "http://127.0.0.1:1"}), "founding");
    depot = must(hub::FileDepot::open("hub", &hub_clock_), "the hub's folder");
    hub_ = must(hub::Hub::open(std::move(depot)), "opening the hub");
    Facts facts;
    facts.people.push_back({"Odile", Role::coordinator, {}});
    decided_.push_back(facts);
    Phone& odile = add_phone(0, link);
    if (!meets(odile, {})) {
        throw Broken(Rule::liveness, "the coordinator can't join");
    }
    decided_.back().people[0].id = odile.store->person();
    decided_.back().cohort = odile.store->new_record();
    const ScopeId cohort{ScopeKind::cohort, decided_.back().cohort};
    must(odile.store->write(
             cohort, std::vector{make_edit(cohort.subject, kind::cohort, "name", std::string("Primera (ficticia)"))}),
         "the cohort");
    for (std::size_t i = 0; i < size.mentors; ++i) {
        add_person("Maude " + std::to_string(i + 1), Role::mentor);
    }
    for (std::size_t i = 0; i < size.women; ++i) {
        const std::size_t leader =
            add_person(names[i % names.size()] + (' ' + std::to_string(i + 1)), Role::entrepreneur);
        const RecordId business = odile.store->new_record();
        must(odile.store->write(cohort,
                                std::vector{make_edit(business, kind::business, "name", std::string("Panadería")),
                                            make_edit(business, kind::business, "leaders", true,
                                                      to_text(decided_.back().people[leader].id))}),
             "a business");
        const RecordId pairing = odile.store->new_record();
        const std::size_t mentor = 1 + i % size.mentors;
        must(odile.store->write(
                 cohort, std::vector{make_edit(pairing, kind::pairing, "mentor", decided_.back().people[mentor].id),
                                     make_edit(pairing, kind::pairing, "business", business),
                                     make_edit(pairing, kind::pairing, "status", Stage{"active", {}})}),
             "a pair");
        decided_.back().businesses.push_back({business, leader});
        decided_.back().pairs.push_back({pairing, mentor, i, true});
    }
    notes_told(odile);
    if (!meets(odile, {})) {
        throw Broken(Rule::liveness, "the coordinator can't hand in her cohort");
    }
    for (std::size_t person = 1; person < decided_.back().people.size(); ++person) {
        const auto invited = invitation(person);
        if (!invited || !meets(add_phone(person, *invited), {})) {
            throw Broken(Rule::liveness, "nobody is in the way, and she can't join");
        }
    }
}

std::size_t World::add_person(const std::string& name, Role role) {
    Facts& facts = decided_.back();
    Store& store = *phones_.front()->store;
    const RecordId id = store.new_record();
    must(store.write({ScopeKind::cohort, facts.cohort},
                     std::vector{make_edit(id, kind::person, "name", name),
                                 make_edit(id, kind::person, "role",
                                           std::string(role == Role::mentor ? "mentor" : "entrepreneur"))}),
         "a person");
    facts.people.push_back({name, role, id});
    return facts.people.size() - 1;
}

Phone& World::add_phone(std::size_t person, const std::string& link) {
    auto phone = std::make_unique<Phone>();
    phone->name = "phone" + std::to_string(phones_.size() + 1);
    phone->person = person;
    phone->clock = std::make_unique<SkewedClock>(now_);
    phone->device = {Chance(seed_ ^ (0xDE11CEULL * (phones_.size() + 1))).number() | 1U};
    phone->link = link;
    open(*phone);
    phones_.push_back(std::move(phone));
    ++tally().phones;
    return *phones_.back();
}

void World::open(Phone& phone) {
    Store::Settings settings;
    settings.decode = wire::decode;
    settings.clock = phone.clock.get();
    settings.device = phone.device;
    phone.store = must(Store::open(phone.name + "/db", std::move(settings)), "a phone's notebook doesn't open");
}

bool World::does(Phone& phone, const Step& step, const std::function<Outcome()>& act) {
    Disk& disk = Disk::the();
    if (step.trouble != Trouble::none) {
        disk.will(phone.name, step.trouble, step.after);
    }
    const Outcome outcome = act();
    const bool has_died = disk.is_dead(phone.name);
    const bool had_trouble = disk.is_well_again(phone.name);
    if (had_trouble) {
        story_.tell([&] { return "  meanwhile " + std::string(name_of(step.trouble)) + " on " + phone.name; });
    }
    const bool is_of_disk = !outcome && (outcome.fault() == Fault::storage_failed ||
                                         outcome.fault() == Fault::unsettled || outcome.fault() == Fault::storage_full);
    if ((is_of_disk && !had_trouble) || (!outcome && outcome.fault() == Fault::storage_corrupt)) {
        throw Broken(Rule::soundness,
                     who(phone) + " is told of a disk that fails, and it doesn't: " + outcome.error().detail);
    }
    if (!outcome) {
        story_.tell([&] {
            return "  she is told: fault " + std::to_string(static_cast<int>(outcome.fault())) + ' ' +
                   outcome.error().detail;
        });
    }
    Chance chance(step.chance ^ 0xDEADULL);
    if (has_died || (!outcome && outcome.fault() == Fault::unsettled) || !phone.store->waiting()) {
        is_started_again(phone, chance);
        return false;
    }
    notes_told(phone);
    return outcome.has_value();
}

void World::is_started_again(Phone& phone, Chance& chance) {
    const bool power = chance.one_in(2);
    // What she saw before it ended is on her disk if she was told so; what came in is asked for again.
    phone.store.reset();
    Disk::the().is_well_again(phone.name);
    if (power) {
        Disk::the().loses_power(phone.name, chance);
    }
    story_.tell([&] { return "  " + phone.name + (power ? " loses power and" : "") + " is started again"; });
    open(phone);
    must_have_kept(phone);
}

void World::notes_told(Phone& phone) {
    for (const ScopeId& scope : must(phone.store->scopes(), "scopes")) {
        for (Change& change : must(phone.store->pending(scope), "pending")) {
            const std::pair name(scope, change.dot);
            tally().told += told_.try_emplace(name, std::move(change)).second ? 1 : 0;
        }
    }
}

void World::must_have_kept(Phone& phone) {
    std::map<ScopeId, std::uint64_t> sealed;
    std::map<ScopeId, std::set<std::uint64_t>> waiting;
    for (const auto& [name, told] : told_) {
        const auto& [scope, dot] = name;
        if (dot.device != phone.device) {
            continue;
        }
        if (!sealed.contains(scope)) {
            const auto last = must(phone.store->last_sealed(scope), "last sealed");
            sealed[scope] = last ? last->last_seq : 0;
            for (const Change& change : must(phone.store->pending(scope), "pending")) {
                waiting[scope].insert(change.dot.seq);
            }
        }
        const bool is_dropped = sealed[scope] == 0 && waiting[scope].empty();
        if (dot.seq > sealed[scope] && !waiting[scope].contains(dot.seq) && !is_dropped) {
            throw Broken(Rule::lossless, who(phone) + " was told that " + to_text(dot) + " in " + what(scope) +
                                             " is saved, and after the start it isn't there");
        }
        if (is_dropped && may_read(phone.person, scope) && decided_[at_hub_].may_read(phone.person, scope)) {
            throw Broken(Rule::lossless, who(phone) + " has lost all of " + what(scope) + ", which is hers to see");
        }
    }
}

std::string World::who(const Phone& phone) const {
    return decided_.back().people[phone.person].name + " (" + phone.name + ')';
}

std::string World::what(const ScopeId& scope) const {
    const Facts& facts = decided_.back();
    const std::string kind(name_of(scope.kind));
    for (const Business& business : facts.businesses) {
        if (business.id == scope.subject) {
            return "the " + kind + " of " + facts.people[business.leader].name;
        }
    }
    for (const Pair& pair : facts.pairs) {
        if (pair.id == scope.subject) {
            return "the " + kind + " of " + facts.people[pair.mentor].name + " and " +
                   facts.people[facts.businesses[pair.business].leader].name;
        }
    }
    for (const Person& person : facts.people) {
        if (person.id == scope.subject) {
            return "the " + kind + " of " + person.name;
        }
    }
    return "the " + kind;
}

bool World::may_read(std::size_t person, const ScopeId& scope) const {
    for (std::size_t i = at_hub_; i < decided_.size(); ++i) {
        if (decided_[i].may_read(person, scope)) {
            return true;
        }
    }
    return false;
}

Phone* World::some_phone(std::size_t number) {
    Phone& phone = *phones_[number % phones_.size()];
    return phone.is_lost() ? nullptr : &phone;
}

void World::play(const Step& step) {
    ++tally().deeds[step.deed];
    now_ += static_cast<std::int64_t>(Chance(step.chance ^ 0x71ULL).below(3'600'000));
    Phone* const phone = some_phone(step.phone);
    if (phone == nullptr) {
        return;
    }
    Chance chance(step.chance);
    switch (step.deed) {
        case Deed::meets: meets(*phone, step); break;
        case Deed::packs: packs(*phone, step); break;
        case Deed::unpacks: unpacks(*phone, step); break;
        case Deed::waits: {
            const auto days = static_cast<std::int64_t>(1 + chance.below(chance.one_in(6) ? 200 : 5));
            now_ += days * 86'400'000;
            story_.tell([&] { return std::to_string(days) + " days go by"; });
            break;
        }
        case Deed::winds: {
            constexpr std::int64_t year = 31'557'600'000;
            SkewedClock& clock = chance.one_in(6) ? hub_clock_ : *phone->clock;
            clock.ahead = chance.one_in(3) ? 0 : static_cast<std::int64_t>(chance.below(80 * year)) - 40 * year;
            if (&clock == &hub_clock_) {
                clock.ahead /= 14'610;  // a day at most: somebody looks after it
            }
            story_.tell([&] {
                return (&clock == &hub_clock_ ? "the hub" : who(*phone)) + " has a clock that is " +
                       std::to_string(clock.ahead / 86'400'000) + " days ahead";
            });
            break;
        }
        case Deed::rematches: rematches(step); break;
        case Deed::joins: gets_a_phone(step); break;
        case Deed::loses:
            if (phone != phones_.front().get()) {
                story_.tell([&] { return who(*phone) + " loses that phone"; });
                phone->store.reset();
            }
            break;
        case Deed::copies_hub: keeps_hub(step); break;
        case Deed::restores_hub: brings_back_hub(step); break;
        case Deed::restarts_hub:
            story_.tell([] { return "the hub is started again"; });
            opens_hub(chance);
            break;
        case Deed::looks: is_sound(*phone); break;
        default: writes(*phone, step);
    }
}

std::optional<Broken> live(std::uint64_t seed, const std::vector<Step>& script, const Story& story) {
    try {
        World world(seed, size_of(seed), story);
        for (const Step& step : script) {
            story.tell([&] { return std::to_string(step.number) + ". " + std::string(name_of(step.deed)); });
            world.play(step);
        }
        story.tell([] { return "Nothing is in the way any more."; });
        world.ends_well();
    } catch (const Broken& broken) {
        story.tell([&] { return "BROKEN (" + std::string(name_of(broken.rule)) + "): " + broken.what(); });
        return broken;
    }
    return std::nullopt;
}

std::vector<Step> shrunk(std::uint64_t seed, std::vector<Step> script, Rule rule) {
    const Story nobody;
    const auto breaks = [&](const std::vector<Step>& tried) {
        const auto broken = live(seed, tried, nobody);
        return broken && broken->rule == rule;
    };
    for (std::size_t run = std::max<std::size_t>(script.size() / 2, 1); run > 0; run /= 2) {
        for (std::size_t at = 0; at < script.size();) {
            std::vector<Step> less = script;
            const auto from = less.begin() + static_cast<std::ptrdiff_t>(at);
            less.erase(from, from + static_cast<std::ptrdiff_t>(std::min(run, script.size() - at)));
            if (!breaks(less)) {
                at += run;
            } else {
                script = std::move(less);
            }
        }
    }
    for (Step& step : script) {
        for (const auto lighten : {+[](Step& s) { s.trouble = Trouble::none; }, +[](Step& s) { s.bad_network = false; },
                                   +[](Step& s) { s.hub_trouble = Trouble::none; }}) {
            const Step before = step;
            lighten(step);
            step = breaks(script) ? step : before;
        }
    }
    return script;
}

}  // namespace ayni::simulation
