// How the phones of a history meet, and what must hold when they have.

#include <algorithm>

#include "engine/merge/text_merge.hpp"
#include "tests/engine/histories/play.hpp"

namespace ayni::test {
namespace {

template <class T>
T got(Result<T> result, const char* doing) {
    if (!result) {
        throw Broken(std::string(doing) + " failed: " + result.error().detail);
    }
    return std::move(result).value();
}

constexpr DeviceId newer_version{0xFEED};
constexpr KindNo newer_kind = 900;
constexpr FieldNo newer_field = 90;

std::string texts(const std::vector<Dot>& dots) {
    std::string all;
    for (const Dot& dot : dots) {
        all += to_text(dot) + ' ';
    }
    return all;
}

}  // namespace

Knowledge Play::knowledge(const Phone& phone) const {
    Knowledge known;
    for (const Reach& reach : got(phone.store->known(plan), "reading how far it has things")) {
        known[reach.device] = reach.seq;
    }
    return known;
}

void Play::note_new(Player& player) {
    Knowledge known = knowledge(*player.phone);
    known[player.phone->store->device()] = player.noted;
    std::set<RecordId> records;
    for (const Change& change : got(player.phone->store->pending(plan), "reading what is pending")) {
        if (change.dot.seq > player.noted) {
            note_one(player, known, change);
            player.noted = change.dot.seq;
            records.insert(change.record);
        }
    }
    for (const RecordId& record : records) {
        looks_right(*player.phone, "she who just wrote", record);
    }
}

void Play::covers_what_she_saw(const Removal& removal, const std::map<Place3, std::vector<Dot>>& heads) {
    std::set<Dot> missed;
    for (const auto& [place, dots] : heads) {
        if (place.field != field::removed) {
            missed.insert(dots.begin(), dots.end());
        }
    }
    for (const Dot& saw : removal.saw) {
        std::erase_if(missed, [&](const Dot& dot) { return dot.device == saw.device && dot.seq <= saw.seq; });
    }
    if (!missed.empty()) {
        throw Broken("a removal that doesn't take away " + to_text(*missed.begin()) + ", which she saw");
    }
}

// What a change supersedes must be all that its author saw there, and nothing else.
void Play::note_one(const Player& player, Knowledge& known, const Change& change) {
    const auto heads = ledger_.heads(known, change.record);
    const auto found = heads.find({change.record, change.field, change.key});
    std::vector<Dot> seen = found != heads.end() ? found->second : std::vector<Dot>{};
    std::vector<Dot> said = change.supersedes;
    std::ranges::sort(seen);
    std::ranges::sort(said);
    if (seen != said) {
        throw Broken("supersedes " + texts(said) + "but she saw " + texts(seen));
    }
    if (const auto* removal = std::get_if<Removal>(&change.value); removal != nullptr && removal->removed) {
        covers_what_she_saw(*removal, heads);
    }
    ledger_.note(change, whole_of(change));
    known[player.phone->store->device()] = change.dot.seq;
}

Value Play::whole_of(const Change& change) {
    const auto* splice = std::get_if<Splice>(&change.value);
    if (splice == nullptr) {
        return change.value;
    }
    const auto* base = change.supersedes.size() == 1 && ledger_.has(change.supersedes.front())
                           ? std::get_if<std::string>(&ledger_.whole(change.supersedes.front()))
                           : nullptr;
    const auto text = base != nullptr ? apply_splice(*base, *splice) : std::nullopt;
    if (!text || std::ranges::find(texts_, *text) == texts_.end()) {
        throw Broken("a splice that doesn't give what was written");
    }
    return *text;
}

void Play::hand_over(const Player& from, Player& to, std::vector<Envelope> envelopes) {
    if (!to.away && from.phone != to.phone) {
        got(to.phone->store->receive(envelopes), "receiving");
    }
}

void Play::meet(Player& player, const Script& script) {
    const Step& step = script.step;
    Player& other = players_.at(step.other);
    if (step.deed == Deed::seals) {
        auto changes = got(player.phone->store->pending(plan), "reading what is pending");
        if (step.number % 2 == 0 && changes.size() > 1) {
            changes.resize(1 + step.choice % changes.size());  // within an act, too
        }
        if (!changes.empty()) {
            const Outcome sealed = player.phone->store->seal(
                {plan, player.phone->store->device(), changes.front().dot.seq, changes.back().dot.seq, pack(changes)});
            got(sealed ? Result<int>(0) : Result<int>(sealed.error()), "sealing");
        }
        return;
    }
    std::vector<Envelope> log = player.phone->log(plan);
    std::mt19937_64 chance(step.choice);
    if (step.deed == Deed::leaks) {
        std::vector<Envelope> leaked;
        for (const Envelope& envelope : log) {
            for (auto times = chance() % 3; times > 0; --times) {
                leaked.push_back(envelope);
            }
        }
        std::ranges::shuffle(leaked, chance);
        log = std::move(leaked);
    } else if (step.deed == Deed::relays && !log.empty()) {
        const DeviceId only = log[step.choice % log.size()].device;
        std::erase_if(log, [&](const Envelope& envelope) { return envelope.device != only; });
    }
    hand_over(player, other, std::move(log));
}

// While what she wrote before isn't all back, a change of hers would be named like one that others have.
void Play::writes_nothing_twice(const Player& player) {
    const DeviceId device = player.phone->store->device();
    if (knowledge(*player.phone)[device] >= player.noted) {
        return;
    }
    const Edit edit = make_edit({device, 1U << 30U}, kind::goal, "title", std::string("twice"));
    if (player.phone->store->write(plan, std::span(&edit, 1))) {
        throw Broken("two changes of " + to_text(device) + " have one name");
    }
}

// As a device does that a scope is taken from: what it has goes to the hub first. Back comes all that the hub has.
void Play::leave(Player& player, bool comes_back) {
    Player& hub = players_.back();
    if (&player == &hub || player.away != comes_back) {
        return;
    }
    if (comes_back) {
        player.away = false;
        std::vector<Envelope> log = hub.phone->log(plan);
        std::vector<Envelope> page(log.begin(),
                                   log.begin() + static_cast<std::ptrdiff_t>(chance_() % (log.size() + 1)));
        hand_over(hub, player, std::move(page));
        writes_nothing_twice(player);
        hand_over(hub, player, std::move(log));
        looks_right(*player.phone, "she who came back");
        return;
    }
    hand_over(player, hub, player.phone->log(plan));
    const Outcome dropped = player.phone->store->drop(plan);
    got(dropped ? Result<int>(0) : Result<int>(dropped.error()), "dropping the scope");
    if (!got(player.phone->store->known(plan), "reading").empty()) {
        throw Broken("something is left of a scope that was dropped");
    }
    player.away = true;
}

// Somebody with a version to come has written kinds and fields that nobody here knows.
void Play::hear_newer(Player& player, const Step& step) {
    const auto made = made_.find(step.about);
    std::vector<Change> changes;
    std::uint64_t seq = newer_.empty() ? 0 : newer_.back().last_seq;
    const auto add = [&](RecordId record, KindNo kind, FieldNo field, std::vector<Dot> supersedes) {
        ++seq;
        changes.push_back({{newer_version, seq},
                           record,
                           kind,
                           field,
                           {},
                           step.word,
                           Stamp::at(SetClock{}.now + step.number),
                           std::move(supersedes)});
        ledger_.note(changes.back(), step.word);
    };
    add({newer_version, seq + 1}, newer_kind, field::first_own + 4, {});
    if (made != made_.end()) {
        std::vector<Dot> before;
        for (const Dot& dot : ledger_.dots()) {
            if (step.number % 2 == 0 && dot.device == newer_version && ledger_.change(dot).field == newer_field &&
                ledger_.change(dot).record == made->second.first) {
                before = {dot};
            }
        }
        add(made->second.first, made->second.second, newer_field, before);
    }
    newer_.push_back({plan, newer_version, changes.front().dot.seq, changes.back().dot.seq, pack(changes)});
    got(player.phone->store->receive(newer_), "hearing a newer version");
}

void Play::everyone_meets() {
    for (Player& player : players_) {
        if (player.away) {
            leave(player, true);
        }
    }
    std::vector<Envelope> all = newer_;
    for (const Player& player : players_) {
        for (Envelope& envelope : player.phone->log(plan)) {
            all.push_back(std::move(envelope));
        }
    }
    std::vector<Phone*> phones{&cast_.witness()};
    for (const Player& player : players_) {
        phones.push_back(player.phone);
    }
    for (const Phone* phone : phones) {
        // In any order, much of it twice; what comes too early is offered again.
        for (;;) {
            std::ranges::shuffle(all, chance_);
            if (got(phone->store->receive(all), "receiving").early == 0) {
                break;
            }
        }
        looks_right(*phone, "everybody, at the end");
        newer_is_passed_on(*phone);
    }
    const Phone& one = *phones[manner_.seed % phones.size()];
    contests_are_right(one);
    history_is_right(one);
    nothing_is_lost(*players_[manner_.seed % players_.size()].phone);
    if (manner_.checks_all) {
        for (const Phone* phone : phones) {
            is_sound(*phone, to_text(phone->store->device()));
        }
    }
}

}  // namespace ayni::test
