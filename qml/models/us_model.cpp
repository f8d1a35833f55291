#include "qml/models/us_model.hpp"

#include <QDateTime>

#include "engine/programme/drafts.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

const QStringList post_kind_codes{QStringLiteral("ask"), QStringLiteral("offer"), QStringLiteral("celebrate"),
                                  QStringLiteral("question")};

QString languages_of(const programme::Card& card) {
    QStringList languages;
    for (const auto& [code, level] : card.languages) {
        const QString language = Words::language(code);
        languages.append(level.empty() ? language : QStringLiteral("%1 (%2)").arg(language, Words::level(level)));
    }
    return languages.join(QStringLiteral(", "));
}

Row row_of_card(const programme::Card& card) {
    const QString name = text_of(card.name);
    return {
        id_of(card.id),
        {name, text_of(card.role), Words::role(card.role), text_of(card.place), Words::list(texts_of(card.businesses)),
         languages_of(card), text_of(card.about), initials_of(name), card.is_me, card.is_mine}};
}

}  // namespace

UsModel::UsModel(Workplace& workplace)
    : ViewModel(workplace),
      people_({"personId", "name", "role", "roleText", "place", "businessName", "languagesText", "about", "initials",
               "isMe", "isMine"}),
      posts_({"postId", "author", "initials", "kind", "kindText", "topic", "topicText", "text", "dateText", "meToo",
              "meTooText", "iSaidMeToo", "isMine", "answered", "safety", "safetyText"}),
      pairs_({"pairId", "mentor", "business", "status", "statusText", "lastMet", "quiet"}),
      post_kinds_({"code", "text", "drawing"}),
      topics_({"code", "text", "drawing"}) {}

void UsModel::fetch() {
    desk().ask(
        this, [today = Words::day_of(QDate::currentDate())](Store& store) { return programme::circle(store, today); },
        [this](Result<programme::Circle> circle) {
            if (circle) {
                circle_ = std::move(circle).value();
            }
            arrived();
        });
}

void UsModel::render() {
    QList<Row> people;
    for (const programme::Card& card : circle_.people) {
        people.append(row_of_card(card));
    }
    people_.show(people);
    QList<Row> posts;
    for (const programme::Post& post : circle_.posts) {
        posts.append(row_of(post));
    }
    posts_.show(posts);
    QList<Row> pairs;
    for (const programme::Face& pair : circle_.pairs) {
        pairs.append({id_of(pair.pairing),
                      {text_of(pair.mentor), text_of(pair.name), text_of(pair.status), Words::status(pair.status),
                       pair.last_met ? tr("Met %1").arg(
                                           Words::near_date(Words::local(*pair.last_met).date(), QDate::currentDate()))
                                     : tr("Not met yet"),
                       pair.quiet}});
    }
    pairs_.show(pairs);
    QList<Row> kinds;
    for (const QString& code : post_kind_codes) {
        kinds.append({code, {Words::post_kind(code.toStdString()), code}});
    }
    post_kinds_.show(kinds);
    QList<Row> topics;
    for (const QString& code : Words::topic_codes()) {
        topics.append({code, {Words::topic(code.toStdString()), QString()}});
    }
    topics_.show(topics);
}

Row UsModel::row_of(const programme::Post& post) const {
    const QString author = text_of(post.author);
    const int too = static_cast<int>(post.me_too);
    return {id_of(post.id),
            {author, initials_of(author), text_of(post.kind), Words::post_kind(post.kind), text_of(post.topic),
             post.topic.empty() ? QString() : Words::topic(post.topic), text_of(post.text),
             Words::near_date(Words::local(post.at).date(), QDate::currentDate()), too,
             too == 0 ? tr("Me too") : tr("Me too (%1)").arg(too), post.i_said_me_too, post.is_mine, post.answered,
             static_cast<int>(post.safety), Words::safety(post.safety)}};
}

QString UsModel::cohortName() const {
    return text_of(circle_.name);
}

QString UsModel::phaseText() const {
    if (!circle_.phase) {
        return {};
    }
    const programme::PhaseNow& phase = *circle_.phase;
    if (phase.ahead) {
        return tr("%1: from %2", "phase, date")
            .arg(Words::phase(phase.kind), Words::short_date(Words::date_of(phase.starts), QDate::currentDate()));
    }
    return tr("%1: week %2 of %3").arg(Words::phase(phase.kind)).arg(phase.week).arg(phase.weeks);
}

double UsModel::phaseProgress() const {
    if (!circle_.phase) {
        return -1;
    }
    return circle_.phase->ahead ? 0 : static_cast<double>(circle_.phase->week) / circle_.phase->weeks;
}

QString UsModel::draftPlace(const QString& kind) const {
    return QStringLiteral("post/") + kind;
}

QString UsModel::draftScope() const {
    return circle_.cohort ? text_of(to_text(ScopeId{ScopeKind::cohort, circle_.cohort})) : QString();
}

void UsModel::post(const QString& kind, const QString& topic, const QString& text) {
    workplace().carry_out(
        [kind = kind.toStdString(), topic = topic.toStdString(), text = text.trimmed().toStdString(),
         place = draftPlace(kind).toStdString()](Store& store) {
            return programme::send_draft(store, place,
                                         [&](Store& here) { return programme::post(here, kind, topic, text); });
        },
        tr("Said. The circle hears it after the next exchange."));
}

void UsModel::meToo(const QString& postId) {
    workplace().carry_out([id = record_of(postId)](Store& store) { return programme::me_too(store, id); },
                          tr("Saved on this phone."));
}

void UsModel::remove(const QString& postId) {
    workplace().carry_out([id = record_of(postId)](Store& store) { return programme::remove(store, id); },
                          tr("Removed."));
}

}  // namespace ayni::models
