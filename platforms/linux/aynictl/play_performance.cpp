#include "platforms/linux/aynictl/play_performance.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

#include "engine/model/time.hpp"
#include "engine/programme/import/bring_in.hpp"

namespace ayni::shell {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;
constexpr std::int64_t bolivia = -4 * 60 * minute;
constexpr std::uint32_t much_writing = 25;
constexpr int rounds_least = 4;
constexpr int rounds_most = 12;
constexpr const char* played = "played";  // the setting that says so, in the coordinator's profile

}  // namespace

Performance::Performance(const programme::Folder& folder, const programme::Season& season,
                         std::filesystem::path profiles, const std::atomic<bool>& stop)
    : folder_(&folder),
      season_(&season),
      script_(script_of(folder, season)),
      cast_(std::move(profiles), stop),
      stop_(&stop) {
    for (const programme::PersonRow& person : folder.people) {
        if (person.role == "coordinator" && coordinator_.empty()) {
            coordinator_ = person.card.ref;
        }
    }
}

std::optional<PlayTrouble> Performance::run(const std::string& link) {
    const auto work = [&]() -> Outcome {
        AYNI_LET(goes_on, open(link));
        if (!goes_on) {
            had_been_played_ = true;
            return Done{};
        }
        AYNI_TRY(gather());
        for (std::size_t i = 0; i < script_.steps.size(); ++i) {
            say_where(i, script_.steps[i].at);
            AYNI_TRY(perform(script_.steps[i]));
        }
        AYNI_TRY(exchange_until_quiet());
        AYNI_TRY(look_into_trays());
        AYNI_LET(coordinator, cast_.performer(coordinator_));
        return coordinator->store->set_setting(played, season_->file);
    };
    const Outcome outcome = work();
    if (!outcome && !trouble_) {
        trouble_ = PlayTrouble{PlayTrouble::What::failed, {}, {}, outcome.error()};
    }
    return trouble_;
}

// The coordinator joins and brings in the cohort. False: it was all played before.
Result<bool> Performance::open(const std::string& link) {
    if (coordinator_.empty()) {
        AYNI_TRY(trouble(PlayTrouble::What::no_coordinator, {}, {}));
    }
    AYNI_LET(coordinator, cast_.performer(coordinator_));
    AYNI_LET(done, coordinator->store->setting(played));
    if (!done.empty()) {
        return false;
    }
    const std::int64_t begins = script_.steps.empty() ? system_clock().now_ms() : script_.steps.front().at - day;
    coordinator->clock.move_to(begins);
    AYNI_TRY(cast_.join(*coordinator, link));
    AYNI_TRY(exchange(*coordinator, begins));
    AYNI_LET(me, coordinator->store->find(coordinator->store->person()));
    const std::string mine = me ? me->text("ref") : std::string{};
    if (!mine.empty() && mine != coordinator_) {
        AYNI_TRY(trouble(PlayTrouble::What::somebody_else, coordinator_, mine));
    }
    programme::Findings findings;
    const programme::BringIn how{.herself = coordinator_, .cohort = {}, .first_statuses = script_.first_statuses};
    AYNI_TRY(programme::bring_in(*coordinator->store, *folder_, how, findings));
    AYNI_TRY(exchange(*coordinator, begins));
    return true;
}

// Everybody is invited and joins.
Outcome Performance::gather() {
    AYNI_LET(coordinator, cast_.performer(coordinator_));
    for (const programme::PersonRow& person : folder_->people) {
        AYNI_LET(performer, cast_.performer(person.card.ref));
        performer->clock.move_to(coordinator->clock.now_ms() + minute);
        AYNI_LET(joined, cast_.has_joined(*performer));
        if (!joined) {
            const RecordId record = programme::record_with_ref(*coordinator->store, person.card.ref);
            AYNI_LET(link, cast_.invitation(*coordinator, record));
            AYNI_TRY(cast_.join(*performer, link));
        }
        AYNI_TRY(exchange(*performer, performer->clock.now_ms()));
    }
    return Done{};
}

Outcome Performance::perform(const Step& step) {
    if (*stop_) {
        return {Fault::unreachable, "stopped"};
    }
    AYNI_LET(performer, cast_.performer(step.by));
    const std::int64_t today = (step.at + bolivia) / day;
    if (performer->day != today || performer->unexchanged >= much_writing) {
        AYNI_TRY(exchange(*performer, step.at));
        performer->day = today;
    }
    performer->clock.move_to(step.clock);
    ++performer->unexchanged;
    switch (step.what) {
        case Step::What::write: return write(*performer, step);
        case Step::What::set_status: return set_status(*performer, step);
        case Step::What::join_set: return join_set(*performer, step);
        case Step::What::settle_pairing: return settle_pairing(*performer, step);
    }
    return Done{};
}

Outcome Performance::write(Performer& author, const Step& step) {
    const programme::SeasonLine& line = step.line;
    if (programme::record_with_ref(*author.store, line.entry.ref)) {
        return Done{};  // in a run before this one
    }
    for (const std::string& ref : line.entry.named()) {
        AYNI_TRY(bring_here(author, ref));
    }
    author.clock.move_to(step.clock);
    const auto written = programme::write_line(*author.store, line);
    if (!written && written.fault() == Fault::not_found) {
        return trouble(PlayTrouble::What::missing, step.by, written.error().detail);
    }
    return written ? Outcome(Done{}) : Outcome(written.error());
}

Outcome Performance::set_status(Performer& person, const Step& step) {
    AYNI_TRY(bring_here(person, step.target));
    AYNI_LET(record, person.store->find_by_ref(step.target));
    const std::string now = record->text("status");
    if (now == step.status || now == "done") {
        return Done{};
    }
    person.clock.move_to(step.clock);
    const auto moment = step.status == "done" ? std::optional(step.at) : std::nullopt;
    const Edit edit = make_edit(record->id, record->kind, "status", Stage{step.status, moment});
    AYNI_TRY(person.store->write(record->scope, std::span(&edit, 1)));
    return Done{};
}

Outcome Performance::join_set(Performer& person, const Step& step) {
    AYNI_TRY(bring_here(person, step.target));
    AYNI_LET(record, person.store->find_by_ref(step.target));
    person.clock.move_to(step.clock);
    const Edit edit = make_edit(record->id, record->kind, step.field, true, to_text(person.store->person()));
    AYNI_TRY(person.store->write(record->scope, std::span(&edit, 1)));
    return Done{};
}

Outcome Performance::settle_pairing(Performer& coordinator, const Step& step) {
    for (const std::string& other : step.others) {
        AYNI_LET(performer, cast_.performer(other));
        AYNI_TRY(exchange(*performer, step.at));
    }
    AYNI_TRY(exchange(coordinator, step.at));
    const std::string talk = "talk:" + step.target;
    AYNI_LET(scope, programme::scope_of(*coordinator.store, talk));
    AYNI_LET(pairing, coordinator.store->find(scope.subject));
    coordinator.clock.move_to(step.clock);
    const Edit edit = make_edit(pairing->id, pairing->kind, "status", Stage{step.status, std::nullopt});
    AYNI_TRY(coordinator.store->write(pairing->scope, std::span(&edit, 1)));
    return exchange(coordinator, step.at);
}

// What she is about to speak of must have come to her phone.
Outcome Performance::bring_here(Performer& performer, const std::string& ref) {
    if (programme::record_with_ref(*performer.store, ref)) {
        return Done{};
    }
    const std::int64_t now = performer.clock.now_ms();
    if (const auto author = script_.authors.find(ref); author != script_.authors.end()) {
        AYNI_LET(other, cast_.performer(author->second));
        AYNI_TRY(exchange(*other, now));
    }
    AYNI_TRY(exchange(performer, now));
    if (programme::record_with_ref(*performer.store, ref)) {
        return Done{};
    }
    AYNI_LET(me, performer.store->find(performer.store->person()));
    return trouble(PlayTrouble::What::missing, me ? me->text("ref") : std::string{}, ref);
}

Outcome Performance::exchange(Performer& performer, std::int64_t at) {
    performer.clock.move_to(at);
    AYNI_LET(summary, cast_.exchange(performer));
    requests_ += summary.requests;
    return Done{};
}

// Several rounds, so that everybody also hears that the others have it.
Outcome Performance::exchange_until_quiet() {
    const std::int64_t now = system_clock().now_ms();
    bool quiet = false;
    for (int round = 0; round < rounds_least || (!quiet && round < rounds_most); ++round) {
        quiet = true;
        for (const auto& [ref, performer] : cast_.all()) {
            performer->clock.move_to(now);
            AYNI_LET(summary, cast_.exchange(*performer));
            requests_ += summary.requests;
            quiet = quiet && summary.sent == 0 && summary.received == 0;
        }
    }
    return Done{};
}

Outcome Performance::look_into_trays() {
    for (const auto& [ref, performer] : cast_.all()) {
        AYNI_LET(tray, performer->store->tray());
        if (!tray.empty()) {
            return trouble(PlayTrouble::What::in_tray, ref, tray.front().reason);
        }
    }
    return Done{};
}

Outcome Performance::trouble(PlayTrouble::What what, std::string who, std::string found) {
    trouble_ = PlayTrouble{what, std::move(who), std::move(found), {Fault::invalid, {}}};
    return trouble_->failure;
}

void Performance::say_where(std::size_t done, std::int64_t at) {
    const std::size_t all = script_.steps.size();
    const std::string date = time_text(at).substr(0, 10);
    if (isatty(STDERR_FILENO) != 0) {
        std::fprintf(stderr, "\r%zu/%zu  %s ", done + 1, all, date.c_str());
        if (done + 1 == all) {
            std::fputs("\n", stderr);
        }
    } else if (done % std::max<std::size_t>(all / 4, 1) == 0) {
        std::fprintf(stderr, "%zu/%zu  %s\n", done, all, date.c_str());
    }
}

}  // namespace ayni::shell
