#include "platforms/linux/labels.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace ayni::shell {
namespace {

struct Label {
    std::string_view name;
    Phrase words;
};

// clang-format off
constexpr Label fields[] = {
    {"about", {"sobre", "à propos", "about"}},
    {"after", {"después de", "après", "after"}},
    {"answer", {"respuesta", "réponse", "answer"}},
    {"answered_by", {"respondió", "a répondu", "answered by"}},
    {"app_version", {"versión", "version", "app version"}},
    {"at", {"cuándo", "quand", "when"}},
    {"audio_lang", {"idioma de audio", "langue audio", "audio language"}},
    {"availability", {"disponibilidad", "disponibilité", "availability"}},
    {"band", {"tramo", "tranche", "band"}},
    {"baseline", {"al empezar", "au départ", "baseline"}},
    {"blob", {"archivo", "fichier", "file"}},
    {"blocked_because", {"frenado porque", "bloqué parce que", "blocked because"}},
    {"business", {"negocio", "entreprise", "business"}},
    {"bytes", {"bytes", "octets", "bytes"}},
    {"capacity_slot", {"cupo", "place", "slot"}},
    {"caption", {"leyenda", "légende", "caption"}},
    {"channel", {"canal", "canal", "channel"}},
    {"channels", {"canales", "canaux", "channels"}},
    {"city", {"ciudad", "ville", "city"}},
    {"code", {"código", "code", "code"}},
    {"country", {"país", "pays", "country"}},
    {"currency", {"moneda", "monnaie", "currency"}},
    {"decision", {"decisión", "décision", "decision"}},
    {"decisions", {"decisiones", "décisions", "decisions"}},
    {"default_capacity", {"negocios por mentora", "entreprises par mentore", "businesses per mentor"}},
    {"device", {"dispositivo", "appareil", "device"}},
    {"due", {"para el", "échéance", "due"}},
    {"effort", {"esfuerzo", "effort", "effort"}},
    {"email", {"correo", "courriel", "e-mail"}},
    {"ends", {"termina", "finit", "ends"}},
    {"entered_by", {"anotado por", "saisi par", "entered by"}},
    {"expires", {"vence", "expire", "expires"}},
    {"founded", {"fundado", "fondée", "founded"}},
    {"frequency", {"frecuencia", "fréquence", "frequency"}},
    {"from", {"de", "de", "from"}},
    {"goal", {"meta", "objectif", "goal"}},
    {"helped", {"con ayuda", "avec aide", "helped"}},
    {"horizon", {"plazo", "terme", "horizon"}},
    {"horizon_days", {"días por plazo", "jours par terme", "days per horizon"}},
    {"identity", {"identidad", "identité", "identity"}},
    {"indicator", {"indicador", "indicateur", "indicator"}},
    {"kind", {"tipo", "type", "kind"}},
    {"label", {"nombre", "libellé", "label"}},
    {"lang", {"idioma", "langue", "language"}},
    {"languages", {"idiomas", "langues", "languages"}},
    {"leaders", {"lideresas", "dirigeantes", "leaders"}},
    {"level", {"nivel", "niveau", "level"}},
    {"locales", {"idiomas", "langues", "languages"}},
    {"me_too", {"yo también", "moi aussi", "me too"}},
    {"measure", {"medida", "mesure", "measure"}},
    {"mentor", {"mentora", "mentore", "mentor"}},
    {"method", {"cómo", "comment", "how"}},
    {"mime", {"formato", "format", "format"}},
    {"minutes", {"minutos", "minutes", "minutes"}},
    {"mission", {"misión", "mission", "mission"}},
    {"modality", {"modalidad", "modalité", "modality"}},
    {"model", {"modelo", "modèle", "model"}},
    {"mood", {"ánimo", "humeur", "mood"}},
    {"name", {"nombre", "nom", "name"}},
    {"needs", {"necesita", "besoins", "needs"}},
    {"next_at", {"próxima", "prochaine", "next"}},
    {"note", {"nota", "note", "note"}},
    {"offers", {"ofrece", "offre", "offers"}},
    {"other", {"otros", "autres", "other"}},
    {"owner", {"a cargo", "responsable", "owner"}},
    {"paper", {"papel", "papier", "paper"}},
    {"people", {"personas", "personnes", "people"}},
    {"person", {"persona", "personne", "person"}},
    {"phone", {"teléfono", "téléphone", "phone"}},
    {"photo", {"foto", "photo", "photo"}},
    {"place", {"lugar", "lieu", "place"}},
    {"public_key", {"clave pública", "clé publique", "public key"}},
    {"purpose", {"para qué", "finalité", "purpose"}},
    {"question", {"pregunta", "question", "question"}},
    {"reading_comfort", {"lectura", "lecture", "reading"}},
    {"reason", {"motivo", "raison", "reason"}},
    {"ref", {"ref", "ref", "ref"}},
    {"ring", {"anillo", "cercle", "ring"}},
    {"role", {"papel", "rôle", "role"}},
    {"round", {"ronda", "tour", "round"}},
    {"same_as", {"la misma que", "la même que", "same as"}},
    {"seconds", {"segundos", "secondes", "seconds"}},
    {"sector", {"rubro", "secteur", "sector"}},
    {"session", {"encuentro", "rencontre", "session"}},
    {"shared_with_coordinator", {"compartido con la coordinación", "partagé avec la coordination", "shared with the coordination"}},
    {"signed", {"firmado", "signé", "signed"}},
    {"since", {"desde", "depuis", "since"}},
    {"stage", {"etapa", "étape", "stage"}},
    {"starts", {"empieza", "commence", "starts"}},
    {"state", {"estado", "état", "state"}},
    {"status", {"estado", "statut", "status"}},
    {"suggested_by", {"propuesto por", "proposé par", "suggested by"}},
    {"target", {"objetivo", "cible", "target"}},
    {"text", {"texto", "texte", "text"}},
    {"title", {"título", "titre", "title"}},
    {"to", {"a", "à", "to"}},
    {"topic", {"tema", "sujet", "topic"}},
    {"topics", {"temas", "sujets", "topics"}},
    {"type", {"tipo", "type", "type"}},
    {"tz", {"zona horaria", "fuseau", "time zone"}},
    {"ui_lang", {"idioma de pantalla", "langue d'écran", "screen language"}},
    {"unit", {"unidad", "unité", "unit"}},
    {"until", {"hasta", "jusqu'à", "until"}},
    {"value", {"valor", "valeur", "value"}},
    {"version", {"versión", "version", "version"}},
    {"visible_to_pair", {"visible para la pareja", "visible pour la paire", "visible to the pair"}},
    {"whatsapp", {"WhatsApp", "WhatsApp", "WhatsApp"}},
    {"why", {"por qué", "pourquoi", "why"}},
    {"women", {"mujeres", "femmes", "women"}},
};

constexpr Label codes[] = {
    {"accepted", {"aceptado", "accepté", "accepted"}},
    {"achieved", {"lograda", "atteint", "achieved"}},
    {"active", {"activo", "actif", "active"}},
    {"approved", {"aprobado", "approuvé", "approved"}},
    {"ask", {"pido", "je demande", "ask"}},
    {"balance", {"equilibrio", "équilibre", "balance"}},
    {"cancelled", {"cancelado", "annulé", "cancelled"}},
    {"cash", {"caja", "caisse", "cash"}},
    {"celebrate", {"celebro", "je célèbre", "celebrate"}},
    {"check", {"control", "suivi", "check"}},
    {"closed", {"cerrado", "terminé", "closed"}},
    {"closing", {"cierre", "clôture", "closing"}},
    {"coordinator", {"coordinadora", "coordonnatrice", "coordinator"}},
    {"digital", {"digital", "numérique", "digital"}},
    {"doing", {"en curso", "en cours", "doing"}},
    {"done", {"hecha", "faite", "done"}},
    {"draft", {"borrador", "brouillon", "draft"}},
    {"dropped", {"dejada", "abandonnée", "dropped"}},
    {"easy", {"con soltura", "aisée", "easy"}},
    {"end", {"final", "fin", "end"}},
    {"entrepreneur", {"emprendedora", "entrepreneure", "entrepreneur"}},
    {"export", {"exportación", "exportation", "export"}},
    {"finance", {"finanzas", "finances", "finance"}},
    {"follow_up", {"seguimiento", "suivi", "follow-up"}},
    {"gave", {"di", "j'ai donné", "gave"}},
    {"growing", {"creciendo", "en croissance", "growing"}},
    {"held", {"realizado", "tenue", "held"}},
    {"idea", {"idea", "idée", "idea"}},
    {"in_person", {"en persona", "en personne", "in person"}},
    {"leadership", {"liderazgo", "leadership", "leadership"}},
    {"learned", {"aprendí", "j'ai appris", "learned"}},
    {"legal", {"trámites", "légal", "legal"}},
    {"little", {"poca", "peu", "little"}},
    {"long", {"largo plazo", "long terme", "long term"}},
    {"lost", {"perdido", "perdu", "lost"}},
    {"marketing", {"ventas", "marketing", "marketing"}},
    {"medium", {"mediano plazo", "moyen terme", "medium term"}},
    {"mentor", {"mentora", "mentore", "mentor"}},
    {"messages", {"mensajes", "messages", "messages"}},
    {"mid", {"mitad", "mi-parcours", "middle"}},
    {"network", {"red", "réseau", "network"}},
    {"no", {"no", "non", "no"}},
    {"offer", {"ofrezco", "j'offre", "offer"}},
    {"open", {"abierta", "ouverte", "open"}},
    {"other", {"otro", "autre", "other"}},
    {"paused", {"en pausa", "en pause", "paused"}},
    {"planned", {"planeado", "prévue", "planned"}},
    {"pricing", {"precios", "prix", "pricing"}},
    {"product", {"producto", "produit", "product"}},
    {"production", {"producción", "production", "production"}},
    {"proposed", {"propuesta", "proposée", "proposed"}},
    {"published", {"publicado", "publié", "published"}},
    {"quality", {"calidad", "qualité", "quality"}},
    {"question", {"pregunto", "question", "question"}},
    {"revoked", {"revocado", "révoqué", "revoked"}},
    {"running", {"funcionando", "en activité", "running"}},
    {"short", {"corto plazo", "court terme", "short term"}},
    {"site_visit", {"visita", "visite sur place", "site visit"}},
    {"some", {"algo", "un peu", "some"}},
    {"start", {"inicio", "début", "start"}},
    {"starting", {"empezando", "démarrage", "starting"}},
    {"stay", {"estadía", "séjour", "stay"}},
    {"suppliers", {"proveedores", "fournisseurs", "suppliers"}},
    {"target_client", {"cliente ideal", "client cible", "target client"}},
    {"team", {"equipo", "équipe", "team"}},
    {"video", {"video", "vidéo", "video"}},
    {"virtual", {"virtual", "virtuel", "virtual"}},
    {"voice_call", {"llamada", "appel", "voice call"}},
    {"withdrawn", {"retirado", "retiré", "withdrawn"}},
    {"workshop", {"taller", "atelier", "workshop"}},
    {"yes", {"sí", "oui", "yes"}},
};
// clang-format on

static_assert(std::ranges::is_sorted(fields, {}, &Label::name));
static_assert(std::ranges::is_sorted(codes, {}, &Label::name));

std::string find_in(std::span<const Label> labels, std::string_view name, Lang lang) {
    const auto found = std::ranges::lower_bound(labels, name, {}, &Label::name);
    if (found != labels.end() && found->name == name) {
        return say(lang, found->words);
    }
    return std::string(name);
}

}  // namespace

std::string label_of(std::string_view field, Lang lang) {
    return find_in(fields, field, lang);
}

std::string code_text(std::string_view code, Lang lang) {
    return find_in(codes, code, lang);
}

}  // namespace ayni::shell
