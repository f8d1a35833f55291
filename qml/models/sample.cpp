#include "qml/models/sample.hpp"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <array>

#include "engine/programme/agreements.hpp"
#include "engine/programme/board.hpp"
#include "engine/programme/circle.hpp"
#include "engine/programme/sessions.hpp"
#include "qml/models/words.hpp"

namespace ayni::models {
namespace {

constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
constexpr std::int64_t day_ms = 24 * hour_ms;

class Phrases {
    Q_DECLARE_TR_FUNCTIONS(Sample)

public:
    static SampleWords words();
};

SampleWords Phrases::words() {
    SampleWords w;
    w.cohort = tr("Sample cohort (fictional)");
    w.coordinator = tr("Irène Fictive");
    w.mentor = tr("Claire Exemple");
    w.entrepreneur = tr("Rosa Ejemplo");
    w.neighbour = tr("Julia Muestra");
    w.place = tr("Santa Cruz");
    w.mentor_place = tr("Quebec");
    w.business = tr("Rosa's Bakery");
    w.other_business = tr("Julia's Baskets");
    w.mission = tr("Bread of the neighbourhood, warm at seven.");
    w.goal = tr("Know who buys my bread");
    w.why = tr("I bake for everybody, and some days half of it stays.");
    w.goal_unit = tr("clients");
    w.far_goal = tr("A second oven");
    w.steps = {
        {tr("Ask ten clients why they come"), QStringLiteral("short"), QStringLiteral("open"), QStringLiteral("S"), 1,
         false},
        {tr("Write down what is left over each evening"), QStringLiteral("short"), QStringLiteral("doing"),
         QStringLiteral("S"), -1, false},
        {tr("Try a smaller loaf for one week"), QStringLiteral("short"), QStringLiteral("proposed"),
         QStringLiteral("M"), 6, true},
        {tr("Weigh the flour for each batch"), QStringLiteral("short"), QStringLiteral("done"), QStringLiteral("S"), -3,
         false},
        {tr("Compare the price of two mills"), QStringLiteral("medium"), QStringLiteral("open"), QStringLiteral("M"),
         30, false},
        {tr("Open a savings account for the oven"), QStringLiteral("long"), QStringLiteral("open"), QStringLiteral("L"),
         -1, false},
    };
    w.mentor_note = tr("We counted the loaves together. She knows her clients better than she thinks.");
    w.entrepreneur_note = tr("I liked that she asked first and advised later.");
    w.gave = tr("How I count a batch without a scale.");
    w.learned = tr("That the first client of the day decides what the next ones see.");
    w.ask = tr("Does anybody know where to buy paper bags in small numbers?");
    w.offer = tr("I have a spare scale. Who needs it?");
    w.terms = tr("Once a week we talk, and each of us first says what went well.");
    w.confidence = tr("Confidence");
    w.confidence_asked = tr("How confident are you in running your business?");
    w.clients = tr("New clients");
    w.clients_asked = tr("How many new clients since last time?");
    w.money = tr("Who decides");
    w.money_asked = tr("Who decides about the business's money?");
    return w;
}

// Writes as one of the sample's people, whoever's turn it is.
class Author {
public:
    Author(Store& store, const SampleWords& words) : store_(store), words_(words) {}

    Outcome write(const std::string& role) {
        AYNI_TRY(people());
        AYNI_TRY(cohort());
        AYNI_TRY(plan());
        AYNI_TRY(meetings());
        AYNI_TRY(posts());
        AYNI_TRY(agreement());
        AYNI_TRY(indicators());
        return store_.set_person(role == "mentor" ? mentor_ : (role == "coordinator" ? coordinator_ : entrepreneur_));
    }

private:
    using Fields = std::vector<std::pair<std::string_view, Value>>;

    Result<RecordId> make(const ScopeId& scope, KindNo kind, const Fields& fields) {
        return make(store_.new_record(), scope, kind, fields);
    }

    Result<RecordId> make(RecordId id, const ScopeId& scope, KindNo kind, const Fields& fields) {
        std::vector<Edit> edits;
        for (const auto& [field, value] : fields) {
            edits.push_back(make_edit(id, kind, field, value));
        }
        AYNI_TRY(store_.write(scope, edits));
        return id;
    }

    Outcome add_to_set(const ScopeId& scope, RecordId id, KindNo kind, std::string_view field, const std::string& key,
                       Value value) {
        const std::array edits{make_edit(id, kind, field, std::move(value), key)};
        AYNI_TRY(store_.write(scope, edits));
        return Done{};
    }

    Outcome person(RecordId& id, const QString& name, const char* role, const QString& place, const char* language) {
        id = store_.new_record();
        AYNI_TRY(store_.set_person(id));
        AYNI_TRY(make(id, cohort_, kind::person,
                      {{"name", name.toStdString()},
                       {"role", std::string(role)},
                       {"place", place.toStdString()},
                       {"ui_lang", words_.language}}));
        return add_to_set(cohort_, id, kind::person, "languages", language, std::string("fluent"));
    }

    Outcome people() {
        cohort_ = {ScopeKind::cohort, store_.new_record()};
        AYNI_TRY(person(mentor_, words_.mentor, "mentor", words_.mentor_place, "fr"));
        AYNI_TRY(person(entrepreneur_, words_.entrepreneur, "entrepreneur", words_.place, "es"));
        AYNI_TRY(person(neighbour_, words_.neighbour, "entrepreneur", words_.place, "es"));
        return person(coordinator_, words_.coordinator, "coordinator", words_.mentor_place, "fr");
    }

    Outcome phase(const char* kind, std::int64_t starts, std::int64_t ends) {
        AYNI_TRY(make(cohort_, kind::phase,
                      {{"kind", std::string(kind)}, {"starts", words_.today + starts}, {"ends", words_.today + ends}}));
        return Done{};
    }

    Result<RecordId> business(const QString& name, RecordId leader, const QString& mission) {
        AYNI_LET(id, make(cohort_, kind::business,
                          {{"name", name.toStdString()},
                           {"city", words_.place.toStdString()},
                           {"stage", std::string("running")}}));
        AYNI_TRY(add_to_set(cohort_, id, kind::business, "leaders", to_text(leader), true));
        if (!mission.isEmpty()) {
            AYNI_TRY(make(id, cohort_, kind::business, {{"mission", mission.toStdString()}}));
        }
        AYNI_TRY(make(cohort_, kind::pairing,
                      {{"mentor", mentor_}, {"business", id}, {"status", ayni::Stage{"active", {}}}}));
        return id;
    }

    Outcome cohort() {
        AYNI_TRY(
            make(cohort_.subject, cohort_, kind::cohort,
                 {{"name", words_.cohort.toStdString()}, {"tz", words_.tz}, {"status", ayni::Stage{"active", {}}}}));
        AYNI_TRY(phase("virtual", -42, -8));
        AYNI_TRY(phase("stay", -7, 13));
        AYNI_TRY(phase("follow_up", 14, 120));
        AYNI_LET(bakery, business(words_.business, entrepreneur_, words_.mission));
        AYNI_LET(baskets, business(words_.other_business, neighbour_, {}));
        plan_ = {ScopeKind::plan, bakery};
        other_plan_ = {ScopeKind::plan, baskets};
        return Done{};
    }

    Outcome plan() {
        AYNI_TRY(store_.set_person(entrepreneur_));
        AYNI_LET(goal, make(plan_, kind::goal,
                            {{"title", words_.goal.toStdString()},
                             {"why", words_.why.toStdString()},
                             {"rank", place_in("short")},
                             {"status", ayni::Stage{"open", {}}},
                             {"unit", words_.goal_unit.toStdString()},
                             {"baseline", std::int64_t{0}},
                             {"target", std::int64_t{10}}}));
        AYNI_TRY(
            make(plan_, kind::progress, {{"goal", goal}, {"at", store_.clock().now_ms()}, {"value", std::int64_t{4}}}));
        AYNI_TRY(make(plan_, kind::goal,
                      {{"title", words_.far_goal.toStdString()},
                       {"rank", place_in("long")},
                       {"status", ayni::Stage{"open", {}}}}));
        for (const SampleWords::Step& step : words_.steps) {
            AYNI_TRY(this->step(step, goal));
        }
        return Done{};
    }

    Outcome step(const SampleWords::Step& step, RecordId goal) {
        AYNI_TRY(store_.set_person(step.suggested ? mentor_ : entrepreneur_));
        const bool done = step.status == QLatin1String("done");
        ayni::Stage status{step.status.toStdString(), {}};
        if (done) {
            status.at = store_.clock().now_ms() - day_ms;
        }
        Fields fields{{"title", step.title.toStdString()},
                      {"rank", place_in(step.lane.toStdString())},
                      {"owner", entrepreneur_},
                      {"status", status},
                      {"effort", step.effort.toStdString()},
                      {"goal", goal}};
        if (step.suggested) {
            fields.emplace_back("suggested_by", mentor_);
        }
        if (step.due >= 0) {
            fields.emplace_back("due", words_.today + step.due);
        }
        AYNI_TRY(make(plan_, kind::action, fields));
        return Done{};
    }

    Place place_in(const std::string& lane) { return {lane, std::string(1, next_index_++)}; }

    Result<RecordId> meeting(RecordId author, std::int64_t days_ago, const char* modality, const char* topic) {
        AYNI_TRY(store_.set_person(author));
        programme::SessionLog log;
        log.plan = plan_;
        log.starts = words_.midnight - days_ago * day_ms + 10 * hour_ms;
        log.tz = words_.tz;
        log.minutes = 60;
        log.modality = modality;
        log.people = {entrepreneur_, mentor_};
        log.topics = {topic};
        log.day_begins = log.starts;
        log.day_ends = log.starts;
        if (days_ago < 5) {
            log.mood = 4;
            log.note = words_.mentor_note.toStdString();
            log.lang = words_.language;
            log.gave = {"cash", {}};
            log.learned = {"target_client", words_.learned.toStdString()};
        }
        AYNI_LET(deed, programme::log_session(store_, log));
        return deed.record;
    }

    Outcome meetings() {
        AYNI_TRY(meeting(entrepreneur_, 16, "video", "target_client"));
        AYNI_TRY(meeting(mentor_, 9, "voice_call", "pricing"));
        AYNI_LET(last, meeting(mentor_, 3, "site_visit", "production"));
        AYNI_TRY(store_.set_person(entrepreneur_));
        AYNI_TRY(programme::add_note(store_, last, words_.entrepreneur_note.toStdString(), words_.language, 5));
        programme::SessionPlan next;
        next.plan = plan_;
        next.starts = words_.midnight + 2 * day_ms + 15 * hour_ms;
        next.tz = words_.tz;
        next.modality = "in_person";
        next.people = {entrepreneur_, mentor_};
        AYNI_TRY(programme::plan_session(store_, next));
        return Done{};
    }

    Outcome indicator(const char* code, const char* type, const char* unit, const QString& label,
                      const QString& question) {
        const ScopeId programme{};
        AYNI_LET(id, make(programme, kind::indicator_def,
                          {{"code", std::string(code)}, {"type", std::string(type)}, {"unit", std::string(unit)}}));
        AYNI_TRY(add_to_set(programme, id, kind::indicator_def, "label", words_.language, label.toStdString()));
        return add_to_set(programme, id, kind::indicator_def, "question", words_.language, question.toStdString());
    }

    Outcome indicators() {
        AYNI_TRY(store_.set_person(coordinator_));
        AYNI_TRY(indicator("I1", "scale", "1-5", words_.confidence, words_.confidence_asked));
        AYNI_TRY(indicator("I4", "choice", "me|together|other", words_.money, words_.money_asked));
        return indicator("I7", "count", "clients", words_.clients, words_.clients_asked);
    }

    Outcome agreement() {
        AYNI_TRY(store_.set_person(mentor_));
        AYNI_TRY(programme::agree(store_, plan_, {words_.terms.toStdString(), "weekly", "video"}));
        return Done{};
    }

    Outcome posts() {
        AYNI_TRY(store_.set_person(neighbour_));
        AYNI_LET(ask, programme::post(store_, "ask", "suppliers", words_.ask.toStdString()));
        AYNI_TRY(store_.set_person(entrepreneur_));
        AYNI_TRY(programme::me_too(store_, ask.record));
        AYNI_TRY(programme::post(store_, "offer", "production", words_.offer.toStdString()));
        AYNI_TRY(store_.set_person(neighbour_));
        AYNI_TRY(programme::add_goal(store_, other_plan_, {programme::Lane::near, words_.goal.toStdString(), {}}));
        return Done{};
    }

    Store& store_;
    const SampleWords& words_;
    ScopeId cohort_, plan_, other_plan_;
    RecordId coordinator_, mentor_, entrepreneur_, neighbour_;
    char next_index_ = 'B';
};

}  // namespace

SampleWords SampleWords::now() {
    SampleWords words = Phrases::words();
    words.language = QLocale().name().left(2).toStdString();
    words.tz = QTimeZone::systemTimeZoneId().toStdString();
    words.today = Words::day_of(QDate::currentDate());
    words.midnight = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    return words;
}

Outcome write_sample(Store& store, const SampleWords& words, const std::string& role) {
    return store.transact([&] { return Author(store, words).write(role); });
}

}  // namespace ayni::models
