#include "tests/engine/histories/play.hpp"

#include <algorithm>

#include "engine/merge/rank.hpp"
#include "engine/merge/text_merge.hpp"
#include "engine/merge/words.hpp"

namespace ayni::test {
namespace {

template <class T>
T got(Result<T> result, const char* doing) {
    if (!result) {
        throw Broken(std::string(doing) + " failed: " + result.error().detail);
    }
    return std::move(result).value();
}

void done(const Outcome& outcome, const char* doing) {
    if (!outcome) {
        throw Broken(std::string(doing) + " failed: " + outcome.error().detail);
    }
}

const FieldDef& goal_field(const char* name) {
    return *find_kind(kind::goal)->field(name);
}

// What she sees, with a word put in, taken out or changed at one place.
std::string edited(const std::string& text, const Step& step) {
    const std::vector<Word> words = words_of(text);
    std::string all;
    const std::size_t at = words.empty() ? 0 : step.choice % (words.size() + 1);
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i == at && step.number % 4 != 0) {
            all += step.word + (step.number % 3 == 0 ? "" : " ");
        }
        if (i < words.size() && (i != at || step.number % 4 > 1)) {
            all.append(words[i].bytes).append(words[i].gap);
        }
    }
    return all;
}

const std::string long_text =
    "Visité a Rosa en el mercado. Vende ocho bolsas por semana a la misma vecina.\n"
    "Quiere cobrar más, y no se anima a decirlo.\n";

}  // namespace

Cast::Cast() {
    for (unsigned i = 0; i <= phones_in_history; ++i) {
        auto phone = std::make_unique<Phone>();
        done(phone->store->set_setting("device", to_text(DeviceId{0xA1 + i})), "naming a device");
        phones_.push_back(std::move(phone));
    }
    begin_anew();
    for (const auto& phone : phones_) {
        done(phone->store->set_setting("hub_device", to_text(DeviceId{0xA1 + phones_in_history - 1})),
             "naming the hub");
    }
}

// What fails is rolled back, and all that a store keeps in mind is read anew.
void Cast::begin_anew() {
    for (const auto& phone : phones_) {
        begin_anew(*phone);
    }
}

void Cast::begin_anew(Phone& phone) {
    done(phone.store->drop(plan), "dropping the scope");
    done(phone.store->database().run("DELETE FROM setting WHERE name GLOB 'left *'"), "forgetting that it was left");
    static_cast<void>(phone.store->transact([] { return Outcome{Fault::invalid, "read anew"}; }));
    phone.clock.now = SetClock{}.now;
}

Play::Play(Cast& cast, Manner manner) : cast_(cast), manner_(manner), ledger_(cast.hub()), chance_(manner.seed) {
    cast_.begin_anew();
    for (unsigned i = 0; i < phones_in_history; ++i) {
        players_.push_back({&cast_.phone(i), 0, false});
    }
}

void Play::run(const std::vector<Script>& history) {
    std::mt19937_64 clocks(manner_.clocks);
    for (const Script& script : history) {
        at_ = &script;
        if (manner_.clocks != 0) {
            constexpr std::int64_t eighty_years = 2'524'608'000'000;
            cast_.phone(script.step.phone).clock.now =
                clocks() % 3 == 0 ? 0 : static_cast<std::int64_t>(clocks() % eighty_years) + 500'000'000'000;
        }
        take(script);
    }
    at_ = nullptr;
    everyone_meets();
}

void Play::take(const Script& script) {
    const Step& step = script.step;
    Player& player = players_.at(step.phone);
    if (step.deed == Deed::returns) {
        leave(player, true);
        return;
    }
    if (player.away) {
        return;
    }
    switch (step.deed) {
        case Deed::seals:
        case Deed::tells:
        case Deed::leaks:
        case Deed::relays: meet(player, script); return;
        case Deed::winds: player.phone->clock.now = step.number; return;
        case Deed::leaves: leave(player, false); return;
        case Deed::newer: hear_newer(player, step); return;
        case Deed::looks: looks_right(*player.phone, "phone " + std::to_string(step.phone)); return;
        default: break;
    }
    if (manner_.in_turn) {
        for (const Player& other : players_) {
            if (other.phone != player.phone) {
                hand_over(other, player, other.phone->log(plan));
            }
        }
    }
    write(player, script);
    note_new(player);
}

void Play::write(Player& player, const Script& script) {
    texts_.clear();
    const Step& step = script.step;
    switch (step.deed) {
        case Deed::makes_goal:
        case Deed::makes_session: make(player, script); return;
        case Deed::settles: settle(player, step); return;
        case Deed::judges: judge(player, step); return;
        default: break;
    }
    const auto made = made_.find(step.about);
    if (made == made_.end()) {
        return;
    }
    if (const auto look = sees(*player.phone, made->second.first)) {
        change(player, script, *look);
    }
}

void Play::make(Player& player, const Script& script) {
    const RecordId id = player.phone->store->new_record();
    const bool is_goal = script.step.deed == Deed::makes_goal;
    std::vector<Edit> edits;
    if (is_goal) {
        edits.push_back(make_edit(id, kind::goal, "title", script.step.word));
        if (script.step.number % 3 != 0) {
            texts_ = {script.step.number % 3 == 1 ? long_text : script.step.word};
            edits.push_back(make_edit(id, kind::goal, "why", texts_.front()));
        }
    } else {
        edits.push_back(make_edit(id, kind::session, "topics", true, "cash"));
    }
    got(player.phone->store->write(plan, edits), "making a record");
    made_[script.number] = {id, is_goal ? kind::goal : kind::session};
}

void Play::set(Player& player, const Step& step, const char* field, Value value, std::string key) {
    const auto& [record, kind] = made_.at(step.about);
    const Edit edit = make_edit(record, kind, field, std::move(value), std::move(key));
    got(player.phone->store->write(plan, std::span(&edit, 1)), "writing");
}

void Play::change(Player& player, const Script& script, const Look& look) {
    const Step& step = script.step;
    const auto& [record, kind] = made_.at(step.about);
    const std::string lane = step.number % 2 == 0 ? "short" : "long";
    switch (step.deed) {
        case Deed::titles:
            set(player, step, kind == kind::goal ? "title" : "place",
                step.number % 7 == 0 ? Value{} : Value{step.word});
            return;
        case Deed::stages:
            set(player, step, "status", Stage{step.number % 2 == 0 ? "open" : "held", std::nullopt});
            return;
        case Deed::writes:
        case Deed::edits:
        case Deed::writes_twice:
            if (kind == kind::goal) {
                write_text(player, step, look);
                return;
            }
            [[fallthrough]];
        case Deed::adds:
        case Deed::takes_out: write_set(player, step); return;
        case Deed::places:
        case Deed::respaces:
            if (kind == kind::goal) {
                const auto index = rank_between("", "V", step.choice % 4);
                set(player, step, "rank", Place{lane, index, step.deed == Deed::respaces});
            }
            return;
        case Deed::names:
            if (!look.values.contains(field::ref)) {
                set(player, step, "ref", step.word);
            }
            return;
        case Deed::removes: done(player.phone->store->remove(record), "removing"); return;
        case Deed::restores: done(player.phone->store->restore(record), "restoring"); return;
        default: return;
    }
}

void Play::write_text(Player& player, const Step& step, const Look& look) {
    const auto seen = look.values.find(goal_field("why").number);
    const std::string text = seen == look.values.end() ? std::string{} : std::get<std::string>(seen->second);
    if (step.deed == Deed::writes) {
        texts_ = {step.number % 3 == 0 ? long_text : step.word};
        set(player, step, "why", step.number % 11 == 0 ? Value{} : Value{texts_.front()});
    } else if (step.deed == Deed::edits) {
        texts_ = {edited(text, step)};
        set(player, step, "why", texts_.front());
    } else {
        texts_ = {edited(text, step), edited(long_text, step)};
        const RecordId record = made_.at(step.about).first;
        const std::vector<Edit> edits{make_edit(record, kind::goal, "title", step.word),
                                      make_edit(record, kind::goal, "why", texts_[0]),
                                      make_edit(record, kind::goal, "why", texts_[1])};
        got(player.phone->store->write(plan, edits), "writing twice");
    }
}

void Play::write_set(Player& player, const Step& step) {
    if (made_.at(step.about).second == kind::session) {
        const std::string key = step.choice % 2 == 0 ? "cash" : "legal";
        set(player, step, "topics", step.deed == Deed::takes_out ? Value{} : Value{true}, key);
    } else {
        const Value value = step.deed == Deed::takes_out ? Value{} : Value{step.number % 2 == 0 ? "1" : "\"x\""};
        set(player, step, "other", value, step.choice % 2 == 0 ? "k" : "l");
    }
}

void Play::settle(Player& player, const Step& step) {
    std::vector<Contest> contests = got(player.phone->store->contests(), "reading contests");
    std::erase_if(contests, [](const Contest& contest) { return contest.scope != plan; });
    if (contests.empty()) {
        return;
    }
    const Contest& contest = contests[step.choice % contests.size()];
    const Version& kept = contest.versions[static_cast<std::size_t>(step.number) % contest.versions.size()];
    if (const auto* text = std::get_if<std::string>(&kept.value)) {
        texts_ = {*text};
    }
    done(player.phone->store->resolve(contest.record, contest.field, contest.key, kept.dot), "settling");
}

// The hub judges what has come to it; not its own.
void Play::judge(Player& player, const Step& step) {
    const Knowledge known = knowledge(*player.phone);
    std::vector<Dot> judged;
    for (const Dot& dot : ledger_.dots()) {
        const Change& change = ledger_.change(dot);
        if (Ledger::knows(known, dot) && dot.device != cast_.hub() && find_kind(change.kind) != nullptr &&
            change.kind != kind::verdict) {
            judged.push_back(dot);
        }
    }
    if (judged.empty()) {
        return;
    }
    const Dot& dot = judged[step.choice % judged.size()];
    const RecordId id = player.phone->store->new_record();
    const std::vector<Edit> edits{make_edit(id, kind::verdict, "voids", to_text(dot)),
                                  make_edit(id, kind::verdict, "reason", std::int64_t{2}),
                                  make_edit(id, kind::verdict, "about", ledger_.change(dot).record)};
    got(player.phone->store->write(plan, edits), "judging");
}

std::string play(Cast& cast, const std::vector<Script>& history, Manner manner) {
    try {
        Play(cast, manner).run(history);
        return {};
    } catch (const Broken& broken) {
        return broken.what();
    }
}

std::vector<Script> shrink(Cast& cast, std::vector<Script> history, Manner manner) {
    for (std::size_t size = history.size() / 2 + 1; size > 0; size /= 2) {
        for (std::size_t at = 0; at < history.size();) {
            std::vector<Script> less = history;
            const auto begin = less.begin() + static_cast<std::ptrdiff_t>(at);
            less.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(size, history.size() - at)));
            if (play(cast, less, manner).empty()) {
                at += size;
            } else {
                history = std::move(less);
            }
        }
    }
    return history;
}

}  // namespace ayni::test
