#include "qml/models/readings_model.hpp"

#include <QLocale>
#include <algorithm>
#include <array>

#include "engine/programme/plans.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

using programme::Indicator;

constexpr const char* declined = "-";
constexpr const char* helped_field = "helped";
constexpr qsizetype digits_most = 12;
constexpr int choices_most = 10;

QString in_her_language(const std::map<std::string, std::string>& texts) {
    for (const std::string& language : {QLocale().name().left(2).toStdString(), std::string("es"), std::string("fr")}) {
        if (const auto found = texts.find(language); found != texts.end()) {
            return text_of(found->second);
        }
    }
    return texts.empty() ? QString() : text_of(texts.begin()->second);
}

QVariantMap choice(const QString& code, const QString& text) {
    return {{QStringLiteral("code"), code}, {QStringLiteral("text"), text}};
}

QVariantList numbers(int from, int to) {
    QVariantList all;
    for (int number = from; number <= to && to - from <= choices_most; ++number) {
        all.append(choice(QString::number(number), QString::number(number)));
    }
    return all;
}

}  // namespace

ReadingsModel::ReadingsModel(Workplace& workplace)
    : ViewModel(workplace),
      questions_({"code", "label", "question", "choices", "hint", "unitText", "answer", "answerText", "declined"}) {}

QString ReadingsModel::title_of(std::string_view round) {
    return tr("How is it going? %1").arg(Words::round(round));
}

void ReadingsModel::open(const QString& planId) {
    plan_ = parse_scope(planId.toStdString());
    state_ = State::Loading;
    asked_ = {};
    answers_.clear();
    helped_ = touched_ = saving_ = false;
    render();
    emit changed();
    refresh();
}

Result<ReadingsModel::Asked> ReadingsModel::ask(Store& store, const ScopeId& plan, std::int64_t day) {
    Asked asked;
    AYNI_LET(name, programme::name_of_plan(store, plan));
    asked.name = name;
    AYNI_LET(due, programme::readings_due(store, plan, day));
    if (!due) {
        return asked;
    }
    asked.round = due->round;
    asked.choose = due->choose;
    AYNI_LET(known, programme::indicators(store));
    for (Indicator& indicator : known) {
        const bool in_round =
            indicator.rounds.empty() || std::ranges::find(indicator.rounds, due->round) != indicator.rounds.end();
        const bool again = std::ranges::find(due->indicators, indicator.code) != due->indicators.end();
        if (due->choose ? in_round : again) {
            asked.indicators.push_back(std::move(indicator));
        }
    }
    AYNI_LET(roster, store.roster());
    const auto* business = roster.business(plan.subject);
    if (business != nullptr) {
        AYNI_LET(cohort, store.find(business->cohort));
        asked.currency = cohort ? cohort->text("currency") : std::string();
    }
    AYNI_LET(draft, programme::draft_at(store, draft_place(plan, due->round)));
    asked.draft = std::move(draft);
    return asked;
}

void ReadingsModel::fetch() {
    if (!plan_) {
        arrived();
        return;
    }
    const std::int64_t day = Words::day_of(QDate::currentDate());
    desk().ask(
        this, [plan = *plan_, day](Store& store) { return ask(store, plan, day); },
        [this, plan = plan_](Result<Asked> asked) {
            if (asked && plan == plan_) {
                asked_ = std::move(asked).value();
                state_ = asked_.indicators.empty() ? State::Nothing : State::Asking;
                if (!touched_) {
                    answers_ = asked_.draft;
                    helped_ = answers_.erase(helped_field) > 0;
                }
            }
            arrived();
        });
}

std::string ReadingsModel::draft_place(const ScopeId& plan, const std::string& round) {
    return "readings/" + to_text(plan) + '/' + round;
}

void ReadingsModel::render() {
    QList<Row> rows;
    for (const Indicator& indicator : asked_.indicators) {
        const auto found = answers_.find(indicator.code);
        const bool has_declined = found != answers_.end() && found->second == declined;
        const bool answered = found != answers_.end() && !has_declined;
        const bool amount = indicator.type == "amount";
        const QVariantList choices = choices_of(indicator);
        rows.append(
            {text_of(indicator.code),
             {in_her_language(indicator.label), in_her_language(indicator.question), choices,
              indicator.type == "scale" ? hint_of(choices) : QString(), amount ? text_of(asked_.currency) : QString(),
              answered ? text_of(found->second).mid(1) : QString(), answered ? answer_text(indicator) : QString(),
              has_declined}});
    }
    questions_.show(rows);
}

QString ReadingsModel::hint_of(const QVariantList& scale) {
    const auto text = [](const QVariant& choice) { return choice.toMap().value(QStringLiteral("text")).toString(); };
    //: Below the numbers of a scale; %1 is the first of them, %2 the last.
    return scale.isEmpty() ? QString()
                           : tr("%1: not at all. %2: very much.").arg(text(scale.first()), text(scale.last()));
}

QVariantList ReadingsModel::choices_of(const Indicator& indicator) const {
    const QString unit = text_of(indicator.unit);
    if (indicator.type == "scale") {
        return numbers(unit.section(u'-', 0, 0).toInt(), unit.section(u'-', 1).toInt());
    }
    if (indicator.type == "checklist") {  // "practices of 8"
        return numbers(0, unit.section(u' ', -1).toInt());
    }
    QVariantList all;
    if (indicator.type == "choice") {
        for (const QString& code : unit.split(u'|', Qt::SkipEmptyParts)) {
            all.append(choice(code, Words::answer(code.toStdString())));
        }
    }
    return all;
}

QString ReadingsModel::answer_text(const Indicator& indicator) const {
    const QString answer = text_of(answers_.at(indicator.code)).mid(1);
    const QString number = QLocale().toString(answer.toLongLong());
    if (indicator.type == "choice") {
        return Words::answer(answer.toStdString());
    }
    //: An amount of money and its currency: "1,500 BOB".
    return indicator.type == "amount" && !asked_.currency.empty() ? tr("%1 %2").arg(number, text_of(asked_.currency))
                                                                  : number;
}

// Of ISO 4217's currencies that we meet, those of West Africa have no smaller part.
std::int64_t ReadingsModel::minor_units() const {
    constexpr std::array<std::string_view, 3> without{"XOF", "XAF", "GNF"};
    return std::ranges::find(without, asked_.currency) != without.end() ? 1 : 100;
}

programme::Answer ReadingsModel::answer_of(const Indicator& indicator) const {
    const std::string& kept = answers_.at(indicator.code);
    if (kept == declined) {
        return {};
    }
    if (indicator.type == "choice") {
        return kept.substr(1);
    }
    const std::int64_t number = text_of(kept).mid(1).toLongLong();
    return indicator.type == "amount" ? number * minor_units() : number;
}

void ReadingsModel::answer(const QString& code, const QString& value) {
    if (value.isEmpty()) {
        answers_.erase(code.toStdString());
    } else {
        answers_[code.toStdString()] = '=' + value.left(digits_most).toStdString();
    }
    keep();
}

void ReadingsModel::decline(const QString& code) {
    std::string& kept = answers_[code.toStdString()];
    if (kept == declined) {
        answers_.erase(code.toStdString());
    } else {
        kept = declined;
    }
    keep();
}

void ReadingsModel::setHelped(bool helped) {
    if (helped_ != helped) {
        helped_ = helped;
        keep();
    }
}

void ReadingsModel::keep() {
    if (!plan_ || state_ != State::Asking) {
        return;
    }
    touched_ = true;
    programme::Form form = answers_;
    if (helped_ && !answers_.empty()) {
        form[helped_field] = "yes";
    }
    desk().ask(
        this,
        [plan = *plan_, place = draft_place(*plan_, asked_.round), form](Store& store) {
            return programme::keep_draft(store, place, plan, form);
        },
        [](const Outcome&) {});  // saving will say what is wrong with the disk
    render();
    emit changed();
}

bool ReadingsModel::canSave() const {
    return state_ == State::Asking && !saving_ && std::ranges::any_of(asked_.indicators, [this](const Indicator& each) {
               return answers_.contains(each.code);
           });
}

void ReadingsModel::save() {
    if (!canSave()) {
        return;
    }
    std::vector<programme::NewReading> all;
    for (const Indicator& indicator : asked_.indicators) {
        if (answers_.contains(indicator.code)) {
            all.push_back({indicator.code, asked_.round, answer_of(indicator), {}, helped_});
        }
    }
    saving_ = true;
    emit changed();
    desk().ask(
        this,
        [plan = *plan_, all, place = draft_place(*plan_, asked_.round)](Store& store) {
            return programme::send_draft(store, place, [&](Store& here) -> Result<programme::Deed> {
                programme::Deed deed;
                for (const programme::NewReading& reading : all) {
                    AYNI_LET(one, programme::record_reading(here, plan, reading));
                    deed.record = one.record;
                    deed.add(std::move(one));
                }
                return deed;
            });
        },
        [this](Result<programme::Deed> deed) {
            saving_ = false;
            if (workplace().took(std::move(deed), tr("Noted on this phone. Thank you!"))) {
                answers_.clear();
                touched_ = false;
            }
            emit changed();
            refresh();
        });
}

QString ReadingsModel::title() const {
    return asked_.round.empty() ? tr("How is it going?") : title_of(asked_.round);
}
QString ReadingsModel::business() const {
    return text_of(asked_.name);
}

}  // namespace ayni::models
