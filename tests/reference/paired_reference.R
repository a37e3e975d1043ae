# Writes paired_reference.csv: Rscript paired_reference.R, in this folder.
#
# Data: sleep is Student (1908), Biometrika 6, 1-25; thomason is Cumming & Calin-Jageman (2017), Thomason 1; reading is
# Baumann & Jones in Moore & McCabe (1993), with ties and zeros; fuel is Stata's; attitude is R's own. Change is post - pre.
suppressMessages({library(exactRankTests); library(BayesFactor); library(effectsize); library(psych); library(lavaan)})

data <- list(
  sleep = list(pre = c(.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2),
               post = c(1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4)),
  thomason = list(pre = c(13, 12, 12, 9, 14, 17, 14, 9, 6, 7, 11, 15), post = c(14, 13, 16, 12, 15, 18, 13, 10, 10, 8, 14, 16)),
  reading = list(pre = c(11, 7, 4, 7, 7, 6, 11, 14, 13, 9, 12, 13, 4, 13, 6, 12, 6, 11, 14, 8, 5, 8),
                 post = c(11, 4, 4, 4, 3, 8, 12, 14, 12, 7, 5, 9, 1, 13, 7, 5, 7, 11, 15, 9, 6, 4)),
  fuel = list(pre = c(20, 23, 21, 25, 18, 17, 18, 24, 20, 24, 23, 19), post = c(24, 25, 21, 22, 23, 18, 17, 28, 24, 27, 21, 23)))

rows <- list()
put <- function(case, ...) {
  values <- c(...)
  for (name in names(values)) rows[[length(rows) + 1]] <<- sprintf("%s,%s,%.17g", case, name, values[[name]])
}

# Yuen's paired test written out from winsorized scores (Wilcox 2012, section 5.9).
yuen <- function(x, y, trim = 0.2) {
  n <- length(x); g <- floor(trim * n); h <- n - 2 * g
  winsorized <- function(v) pmin(pmax(v, sort(v)[g + 1]), sort(v)[n - g])
  q <- function(a, b) (n - 1) * cov(winsorized(a), winsorized(b))
  change <- mean(y, trim = trim) - mean(x, trim = trim)
  se <- sqrt((q(x, x) + q(y, y) - 2 * q(x, y)) / (h * (h - 1)))
  half <- qt(.975, h - 1) * se
  c(yuen_change = change, yuen_t = change / se, yuen_df = h - 1, yuen_p = 2 * pt(-abs(change / se), h - 1),
    yuen_lower = change - half, yuen_upper = change + half)
}

# The Hodges-Lehmann estimate over all changes, zeros included, and the interval from the signed-rank quantile.
hodges_lehmann <- function(change) {
  n <- length(change)
  averages <- sort(outer(change, change, "+")[lower.tri(diag(n), diag = TRUE)] / 2)
  below <- qsignrank(.025, n); if (psignrank(below, n) > .025) below <- below - 1
  c(hl = median(averages), hl_lower = averages[below + 1], hl_upper = averages[length(averages) - below])
}

# Limits for d_z from those of the noncentrality of t.
d_z_limits <- function(t, n) {
  limit <- function(p) uniroot(function(ncp) pt(t, n - 1, ncp) - p, c(t - 12, t + 12), tol = 1e-12)$root / sqrt(n)
  c(d_z_lower = limit(.975), d_z_upper = limit(.025))
}

for (case in names(data)) {
  pre <- data[[case]]$pre; post <- data[[case]]$post; n <- length(pre)
  change <- round(post - pre, 9)  # free of the noise of subtraction, which would break ties
  t <- t.test(post, pre, paired = TRUE)
  put(case, mean_change = t$estimate[[1]], t = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value,
      lower = t$conf.int[1], upper = t$conf.int[2], correlation = cor(pre, post))
  d_z <- t$statistic[[1]] / sqrt(n)
  put(case, d_z = d_z, d_z_limits(t$statistic[[1]], n))
  s <- c(sd(pre), sd(post)); r <- cor(pre, post)
  j <- exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / sqrt((n - 1) / 2)
  d_av <- mean(change) / sqrt(mean(s^2)); v <- s^2
  bonett <- sqrt(d_av^2 * (sum(v^2) + 2 * r^2 * prod(v)) / (8 * (n - 1) * mean(v)^2) + var(change) / ((n - 1) * mean(v)))
  d_pre <- mean(change) / s[1]
  becker <- sqrt(var(change) / (v[1] * (n - 1)) + d_pre^2 / (2 * (n - 1)))
  put(case, d_av = d_av, d_rm = d_z * sqrt(2 * (1 - r)), d_pre = d_pre, g_z = j * d_z, g_av = j * d_av,
      bonett_lower = d_av - qnorm(.975) * bonett, bonett_upper = d_av + qnorm(.975) * bonett,
      d_pre_lower = d_pre - qnorm(.975) * becker, d_pre_upper = d_pre + qnorm(.975) * becker)
  nonzero <- change[change != 0]
  ranks <- rank(abs(nonzero))
  put(case, wilcoxon_v = sum(ranks[nonzero > 0]), wilcoxon_p = wilcox.exact(nonzero)$p.value,
      rank_biserial = rank_biserial(nonzero, mu = 0, ci = NULL)$r_rank_biserial)
  put(case, hodges_lehmann(change), yuen(pre, post))
  w <- shapiro.test(change)
  put(case, shapiro_w = w$statistic[[1]], shapiro_p = w$p.value, skewness = skew(change, type = 2))
  put(case, bf10 = exp(ttestBF(post, pre, paired = TRUE, rscale = sqrt(2) / 2)@bayesFactor$bf))
  put(case, tost_lower = t.test(change, mu = -.5, alternative = "greater")$p.value,
      tost_upper = t.test(change, mu = .5, alternative = "less")$p.value)
}

for (pair in list(c(86, 150), c(1, 6), c(4, 9)))
  put(sprintf("mcnemar_%d_%d", pair[1], pair[2]), p = binom.test(pair[1], sum(pair))$p.value,
      mid_p = 2 * pbinom(min(pair), sum(pair), .5) - dbinom(min(pair), sum(pair), .5))
for (pair in list(c(0, 9), c(4, 5), c(72, 100)))
  put(sprintf("wilson_%d_%d", pair[1], pair[2]),
      setNames(suppressWarnings(prop.test(pair[1], pair[2], correct = FALSE)$conf.int), c("lower", "upper")))

found <- alpha(attitude, warnings = FALSE)
f <- qf(c(.975, .025), nrow(attitude) - 1, (nrow(attitude) - 1) * 6)
fit <- cfa(paste("f =~", paste(names(attitude), collapse = " + ")), attitude, std.lv = TRUE, likelihood = "wishart")
e <- parameterEstimates(fit)
l <- sum(e$est[e$op == "=~"]); theta <- sum(e$est[e$op == "~~" & e$lhs == e$rhs & e$lhs != "f"])
put("attitude", alpha = found$total$raw_alpha, lower = 1 - (1 - found$total$raw_alpha) * f[1],
    upper = 1 - (1 - found$total$raw_alpha) * f[2], omega = l^2 / (l^2 + theta))
put("attitude", setNames(found$item.stats$r.drop, paste0("rest_", seq_len(7) - 1)))
put("attitude", setNames(found$alpha.drop$raw_alpha, paste0("dropped_", seq_len(7) - 1)))

versions <- sapply(c("exactRankTests", "BayesFactor", "effectsize", "psych", "lavaan"), function(p) paste(p, packageVersion(p)))
head <- paste0("# ", R.version.string, "; ", paste(versions, collapse = ", "), "; written by paired_reference.R")
writeLines(c(head, "case,statistic,value", unlist(rows)), "paired_reference.csv")
