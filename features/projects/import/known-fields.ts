/** The fields that the landscape's format has, on an item and below its `extra`. */
export const ITEM = words(`item name description homepage_url repo_url logo project project_org additional_repos branch
  allow_duplicate_repo twitter crunchbase linkedin bluesky_url joined enduser open_source organization
  unnamed_organization stock_ticker url_for_bestpractices openssf_best_practices second_path slug category subcategory
  extra`)

export const EXTRA = words(`accepted incubating graduated archived lfx_slug clomonitor_name annual_review_date
  annual_review_url audits parent_project tag cncf_tags specification ai dev_stats_url artwork_url blog_url blog_jp_url
  chat_channel slack_url discord_url gitter_url github_discussions_url mailing_list_url stack_overflow_url youtube_url
  linkedin_url bluesky_url documentation_url docker_url package_manager_url helm_chart_url operator_chart_url
  kubernetes_url other_links training_certifications training_type funding_url summary_personas summary_tags
  summary_use_case summary_business_use_case summary_release_rate summary_integrations summary_intro_url
  summary_languages`)

export const AUDIT = words('date type url vendor')

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** The one known word that this was meant to be: at most two letters away, and no other as near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const near = known
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .filter(({ distance, candidate }) => distance <= (candidate.length < 6 ? 1 : 2))
    .sort((a, b) => a.distance - b.distance)
  const [first, second] = near
  return first && first.distance !== second?.distance ? first.candidate : null
}

/** Letters put in, taken out or changed between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}
